/** Renders files of the site in a thread of its own, and sends each to the thread that writes them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteSettings } from '../settings/schema.ts';
import { digestOf } from '../system/disk.ts';
import { postFile } from '../system/post-file.ts';
import { fileKey, type Reads, RecordDigests, readFileKey } from './list-keys.ts';
import { openRenderer, type SiteRoute } from './site-renderer.ts';

export interface RenderTask {
  /** Folder of the renderer, and of the records. */
  readonly renderer: string;
  readonly garden: string;
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
  readonly settings: SiteSettings;
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

const task = workerData as RenderTask;
const digests = new RecordDigests(task.garden, task.digests);

const isWanted = (component: string) =>
  component === pageComponent ? task.pages.size > 0 : (task.components?.has(component) ?? true);

for await (const { component, reads, files } of openRenderer(
  task.renderer,
  task.settings,
  isWanted,
)) {
  if (component === pageComponent) {
    for (const file of files) if (task.pages.has(file.path)) await sendPage(file);
  } else {
    for (const file of files) await sendOther(component, file);
    send({ component, reads: await digests.readsOf(reads) });
  }
}
parentPort?.close();

async function sendPage({ path, render }: SiteRoute): Promise<void> {
  send({ path, key: '', content: (await render()).content });
}

/** Renders a file unless what it was made of, and every record that it read, is as it was. */
async function sendOther(component: string, { path, ...route }: SiteRoute): Promise<void> {
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
