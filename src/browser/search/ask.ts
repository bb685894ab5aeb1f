/** Calls the search worker, which starts with the first call. */
import type { AnswerMessage, CallName, Calls } from './messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let calls = 0;

/** Calls the worker. Rejects when search cannot be loaded. */
export function ask<Name extends CallName>(
  name: Name,
  value: Calls[Name]['takes'],
): Promise<Calls[Name]['gives']> {
  worker ??= start();
  calls += 1;
  const id = calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: (given) => resolve(given as Calls[Name]['gives']), reject });
    worker?.postMessage({ id, name, value });
  });
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<AnswerMessage>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(new Error(data.error));
    else call?.resolve(data.value);
  });
  started.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker = undefined;
  });
  return started;
}
