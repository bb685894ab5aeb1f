/** Renders files of the site in a thread of its own, and sends each to the thread that writes them. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteSettings } from '../settings/schema.ts';
import { digestOf, readBytes } from '../system/disk.ts';
import { postFile } from '../system/post-file.ts';
import { openRenderer, type SiteRoute } from './site-renderer.ts';

export interface RenderTask {
  /** Folder of the renderer, and of the records. */
  readonly renderer: string;
  readonly garden: string;
  /** Paths of the pages that have to be rendered. */
  readonly pages: ReadonlySet<string>;
  /** Keys of the other files that are there, by path; null to render none of these. */
  readonly others: ReadonlyMap<string, string> | null;
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

/** Route of the pages that have a record of their own. */
const pageRoute = 'src/site/pages/[...slug].astro';

const task = workerData as RenderTask;
const digests = new Map(task.digests);

for (const route of await openRenderer(task.renderer, task.settings)) {
  if (route.component !== pageRoute) {
    if (task.others !== null) await sendOther(route, task.others.get(route.path));
  } else if (task.pages.has(route.path)) {
    send({ path: route.path, key: '', content: (await route.render()).content });
  }
}
parentPort?.close();

/** Renders a file unless what it was made of, and every record that it read, is as it was. */
async function sendOther(route: SiteRoute, last: string | undefined): Promise<void> {
  const { path } = route;
  if (last !== undefined && (await keyOf(route, readsIn(last))) === last) {
    return send({ path, key: last });
  }
  const { content, reads } = await route.render();
  send({ path, key: await keyOf(route, reads), content });
}

/** The key of a file: a digest of what it is made of, and the names of the records that it read. */
async function keyOf({ props }: SiteRoute, reads: readonly string[]): Promise<string> {
  const parts = await Promise.all(reads.map(digestOfRecord));
  return `${digestOf(task.version, props, ...parts)} ${reads.join(' ')}`;
}

function readsIn(key: string): string[] {
  return key.split(' ').slice(1).filter(Boolean);
}

async function digestOfRecord(name: string): Promise<string> {
  const known = digests.get(name);
  if (known !== undefined) return known;
  const digest = digestOf(await readBytes(join(task.garden, name)).catch(() => 'missing'));
  digests.set(name, digest);
  return digest;
}

function send(file: SentFile): void {
  if (parentPort) postFile(parentPort, file);
}
