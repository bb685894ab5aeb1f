/** The server of development as the command sees it: a thread that is told of changes. */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../system/start-worker.ts';
import type { ServeMessage, ServeOrder, ServeTask } from './serve-worker.ts';

export class DevelopmentServer {
  readonly #worker: Worker;
  /** The port on which it listens. */
  readonly port: number;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
  }

  /** Starts to listen on the port, or the next that is free, of this machine. @throws Error where there is none. */
  static async start(task: ServeTask): Promise<DevelopmentServer> {
    const { worker, ended } = startWorker(new URL('./serve-worker.ts', import.meta.url), task);
    // Where it fails later, so does the command.
    ended.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
    const [message] = (await once(worker, 'message')) as [ServeMessage];
    // The code of an error is lost between threads.
    if ('message' in message) throw Object.assign(new Error(message.message), message);
    return new DevelopmentServer(worker, message.port);
  }

  tell(order: ServeOrder): void {
    this.#worker.postMessage(order);
  }
}
