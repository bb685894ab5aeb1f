/** Renders files of the site in a thread of its own, and sends each to the thread that writes them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteSettings } from '../settings/schema.ts';
import { digestOf } from '../system/disk.ts';
import { postFile } from '../system/post-file.ts';
import type { SiteFolders } from './folders.ts';
import { fileKey, type Reads, RecordDigests, readFileKey } from './list-keys.ts';
import { setEnvironment } from './set-environment.ts';
import {
  type App,
  componentsOf,
  forgetRecords,
  loadApp,
  routesOf,
  type SiteRoute,
  type SiteRoutes,
} from './site-renderer.ts';

/** What can be told before the records are written. */
export interface LoadTask {
  /** Folder of the renderer. */
  readonly renderer: string;
  readonly settings: SiteSettings;
}

export interface RenderTask extends LoadTask {
  /** Paths of the pages that have to be rendered. */
  readonly pages: ReadonlySet<string>;
  /** Modules of other files that may have changed; null for all. */
  readonly components: ReadonlySet<string> | null;
  /** Keys of the files that are there, by path. */
  readonly current: ReadonlyMap<string, string>;
  /** Digests of record files that are known, by name. */
  readonly digests: ReadonlyMap<string, string>;
  /** Part of the key of every file. */
  readonly version: string;
}

/** A file with its key; without content it is as it was. */
export interface SentFile {
  readonly path: string;
  readonly key: string;
  readonly content?: Uint8Array;
}

/** What a module read to say which files there are. */
export interface SentListing {
  readonly component: string;
  readonly reads: Reads;
}

/** Module of the pages that have a record of their own. */
const pageComponent = 'src/site/pages/[...slug].astro';

const folders = workerData as SiteFolders;
setEnvironment(folders);
/** The last renderer that was loaded, by its folder. */
let loaded: { readonly renderer: string; readonly app: Promise<App> } | null = null;

// What rendering throws ends the thread, and is thrown by the build.
parentPort?.on('message', async (task: LoadTask | RenderTask) => {
  if (!('pages' in task)) return load(task);
  await render(task);
  parentPort?.close();
});

function load({ renderer, settings }: LoadTask): void {
  loaded = { renderer, app: loadApp(renderer, settings) };
  // It is loaded again to render, and its fault is thrown then.
  loaded.app.catch(() => {
    loaded = null;
  });
}

/** The application, with the records read anew. */
async function open({ renderer, settings }: LoadTask): Promise<App> {
  const app = loaded?.renderer === renderer ? await loaded.app.catch(() => null) : null;
  if (app === null) return loadApp(renderer, settings);
  forgetRecords(app);
  return app;
}

/** Renders the files of all modules that are wanted. */
async function render(task: RenderTask): Promise<void> {
  const digests = new RecordDigests(folders.garden, task.digests);
  const isWanted = (component: string) =>
    component === pageComponent ? task.pages.size > 0 : (task.components?.has(component) ?? true);
  const app = await open(task);
  for (const [component, routes] of componentsOf(app)) {
    // One module after the other: to list the files of some takes longer than to make one.
    if (isWanted(component))
      await renderModule(task, digests, await routesOf(app, component, routes));
  }
}

async function renderModule(
  task: RenderTask,
  digests: RecordDigests,
  { component, reads, files }: SiteRoutes,
): Promise<void> {
  if (component === pageComponent) {
    for (const file of files) if (task.pages.has(file.path)) await sendPage(file);
    return;
  }
  for (const file of files) await sendOther(task, digests, component, file);
  send({ component, reads: await digests.readsOf(reads) });
}

async function sendPage({ path, render }: SiteRoute): Promise<void> {
  send({ path, key: '', content: (await render()).content });
}

/** Renders a file unless what it was made of, and every record that it read, is as it was. */
async function sendOther(
  task: RenderTask,
  digests: RecordDigests,
  component: string,
  { path, ...route }: SiteRoute,
): Promise<void> {
  const last = task.current.get(path);
  const props = digestOf(task.version, route.props());
  const made = last === undefined ? null : readFileKey(last);
  const isSame = made?.component === component && made.props === props;
  if (last !== undefined && isSame && (await digests.areSame(made.reads))) {
    return send({ path, key: last });
  }
  const { content, reads } = await route.render();
  const key = fileKey({ component, props, reads: await digests.readsOf(reads) });
  send({ path, key, content });
}

function send(message: SentFile | SentListing): void {
  if (parentPort) postFile(parentPort, message);
}
