/** A module in a thread of its own, which is told what to do. */
import { type StartedWorker, startWorker } from '../system/start-worker.ts';

/** A module that starts in a thread of its own with the first thing that it is told. */
export class ToldThread<Task> {
  readonly #module: URL;
  readonly #workerData: unknown;
  #started: StartedWorker | null = null;

  constructor(module: URL, workerData: unknown) {
    this.#module = module;
    this.#workerData = workerData;
  }

  get isStarted(): boolean {
    return this.#started !== null;
  }

  tell(task: Task): void {
    this.#start().worker.postMessage(task);
  }

  /** Tells the last task, and takes what the thread sends until it ends. @throws Error what the thread throws. */
  async finish<Message>(task: Task, onMessage: (message: Message) => void): Promise<void> {
    const { worker, ended } = this.#start();
    worker.on('message', onMessage);
    worker.postMessage(task);
    await ended;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#started?.worker.terminate();
  }

  #start(): StartedWorker {
    if (this.#started !== null) return this.#started;
    this.#started = startWorker(this.#module, this.#workerData);
    // What fails early is thrown by `finish`, and by nothing before.
    this.#started.ended.catch(() => {});
    return this.#started;
  }
}
