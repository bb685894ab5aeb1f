/** Sends files between threads. */
import type { MessagePort } from 'node:worker_threads';

/**
 * Sends a message whose `content`, if there is one, is moved and not copied. What only is a part of a
 * larger buffer is copied first: a message takes whole buffers with it.
 */
export function postFile(port: MessagePort, message: object): void {
  if (!('content' in message && message.content instanceof Uint8Array)) {
    port.postMessage(message);
    return;
  }
  const content = Uint8Array.from(message.content);
  port.postMessage({ ...message, content }, [content.buffer]);
}
