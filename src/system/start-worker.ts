/** Starts a module in a thread of its own. */
import { Worker } from 'node:worker_threads';

/** A thread, and its end: an error is what it throws, or that it ended with a fault. */
export interface StartedWorker {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

/** Starts a module in a thread; `ended` must be waited for, or its error is one that nobody took. */
export function startWorker(module: URL, workerData: unknown): StartedWorker {
  const worker = new Worker(module, { workerData });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${module.pathname} ended with code ${code}.`));
    });
  });
  return { worker, ended };
}
