/** The thread that renders the site: it loads the code of the pages while the notes are imported. */
import type { SiteSettings } from '../settings/schema.ts';
import type { SiteFolders } from './folders.ts';
import type { LoadTask, RenderTask, SentFile, SentListing } from './render-worker.ts';
import { ToldThread } from './told-thread.ts';

/** Starts with the code to load, or the order to render, and ends with `end`. */
export class RenderThread {
  readonly #thread: ToldThread<LoadTask | RenderTask>;

  constructor(folders: SiteFolders) {
    this.#thread = new ToldThread(new URL('./render-worker.ts', import.meta.url), folders);
  }

  /** Loads the renderer in a folder ahead; where that fails, `render` says so. */
  load(renderer: string, settings: SiteSettings): void {
    this.#thread.tell({ renderer, settings });
  }

  /** Renders what is asked for; calls `onMessage` for each file. @throws Error what the thread throws. */
  render(task: RenderTask, onMessage: (message: SentFile | SentListing) => void): Promise<void> {
    return this.#thread.finish(task, onMessage);
  }

  /** Ends the thread, whatever it does. */
  end(): Promise<void> {
    return this.#thread.end();
  }
}
