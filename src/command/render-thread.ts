/** The thread that renders the site: it loads the code of the pages while the notes are imported. */
import type { SiteSettings } from '../settings/schema.ts';
import type { SiteFolders } from './folders.ts';
import type { LoadTask, RenderTask, SentFile, SentListing } from './render-worker.ts';
import { type StartedWorker, startWorker } from './run-worker.ts';

/** Starts with the code to load, or the order to render, and ends with `end`. */
export class RenderThread {
  readonly #folders: SiteFolders;
  #started: StartedWorker | null = null;

  constructor(folders: SiteFolders) {
    this.#folders = folders;
  }

  /** Loads the renderer in a folder ahead; where that fails, `render` says so. */
  load(renderer: string, settings: SiteSettings): void {
    this.#tell({ renderer, settings });
  }

  /** Renders what is asked for; calls `onMessage` for each file. @throws Error what the thread throws. */
  async render(
    task: RenderTask,
    onMessage: (message: SentFile | SentListing) => void,
  ): Promise<void> {
    const { worker, ended } = this.#tell(task);
    worker.on('message', onMessage);
    await ended;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#started?.worker.terminate();
  }

  #tell(task: LoadTask | RenderTask): StartedWorker {
    this.#started ??= this.#start();
    this.#started.worker.postMessage(task);
    return this.#started;
  }

  #start(): StartedWorker {
    const started = startWorker(new URL('./render-worker.ts', import.meta.url), this.#folders);
    // A thread that fails early fails the build when it is to render, not the import.
    started.ended.catch(() => {});
    return started;
  }
}
