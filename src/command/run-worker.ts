/** Runs a module in a thread of its own. */
import { Worker } from 'node:worker_threads';

/** Ends when the thread does. @throws Error what the thread throws, or that it ended with a fault. */
export function runWorker<Message>(
  module: URL,
  workerData: unknown,
  onMessage: (message: Message) => void,
): Promise<void> {
  const worker = new Worker(module, { workerData });
  worker.on('message', onMessage);
  return endOf(worker, module);
}

/** Waits for the end of a thread. @throws Error what it throws, or that it ended with a fault. */
export function endOf(worker: Worker, module: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${module.pathname} ended with code ${code}.`));
    });
  });
}
