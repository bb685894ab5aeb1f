import { Worker } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';

export interface DrawingService {
  /** Draws a source, one after the other. Never rejects: what goes wrong is a failed drawing. */
  draw(source: string): Promise<Drawing>;
  close(): Promise<void>;
}

export interface DrawingOptions {
  /** Time for one diagram, in milliseconds; the first also waits for mermaid to load. */
  readonly timeLimit?: number;
  /** The worker's module, for tests of what happens when it fails. */
  readonly worker?: URL;
}

interface Answer {
  readonly number: number;
  readonly drawing: Drawing;
}

/**
 * Starts drawing in a worker thread, because mermaid needs the globals of a browser. A diagram that
 * takes too long or ends the thread is a failed drawing; the next one gets a new thread.
 */
export function startDrawing(options: DrawingOptions = {}): DrawingService {
  const { timeLimit = 20_000, worker: module = new URL('./worker.ts', import.meta.url) } = options;
  let worker: Worker | null = null;
  let number = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  };
  const drawNow = async (source: string): Promise<Drawing> => {
    worker ??= new Worker(module, { stdout: true, stderr: true });
    const answer = await ask(worker, { number: ++number, source }, timeLimit);
    if ('drawing' in answer) return answer.drawing;
    await stop();
    return { kind: 'failed', message: answer.reason, line: null };
  };
  return {
    draw(source) {
      const drawing = queue.then(() => drawNow(source));
      queue = drawing;
      return drawing;
    },
    async close() {
      await queue;
      await stop();
    },
  };
}

/** Sends one source to the worker and waits for its drawing, its end, or the time limit. */
function ask(
  worker: Worker,
  request: { readonly number: number; readonly source: string },
  timeLimit: number,
): Promise<Answer | { readonly reason: string }> {
  return new Promise((resolve) => {
    const end = (result: Answer | { readonly reason: string }): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    const onMessage = (answer: Answer): void => {
      if (answer.number === request.number) end(answer);
    };
    const onError = (error: unknown): void => {
      end({ reason: `The renderer broke off: ${error instanceof Error ? error.message : error}` });
    };
    const onExit = (): void => end({ reason: 'The renderer broke off without saying why.' });
    const timer = setTimeout(() => {
      end({ reason: `The diagram was not drawn within ${timeLimit / 1000} seconds.` });
    }, timeLimit);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}
