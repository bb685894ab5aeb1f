import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { postFile } from './post-file.ts';

function sent(message: object): { readonly content: Uint8Array } {
  const { port1, port2 } = new MessageChannel();
  postFile(port1, message);
  const received = receiveMessageOnPort(port2)?.message;
  port1.close();
  return received;
}

test('a file takes nothing else of its buffer with it', () => {
  const part = new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 3);
  const { content } = sent({ path: 'a', content: part });
  expect([[...content], content.buffer.byteLength]).toEqual([[2, 3], 2]);
});

test('the sender keeps its bytes', () => {
  const content = new Uint8Array([1, 2]);
  sent({ content });
  expect([...content]).toEqual([1, 2]);
});

test('a message without a file arrives as it is', () => {
  expect(sent({ path: 'a', key: 'b' })).toEqual({ path: 'a', key: 'b' });
});
