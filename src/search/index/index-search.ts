/**
 * Makes the search index of a built site from the records that the import wrote: Pagefind's files in
 * `pagefind/`, the garden's titles and words in `search/`.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteRecord } from '../../garden/page.ts';
import { type PageEntry, recordFiles } from '../../garden/record-files.ts';
import { codeVersion } from '../../system/code-version.ts';
import { mapFiles, writeBytes } from '../../system/disk.ts';
import { type IndexFile, indexFiles } from './index-files.ts';
import { type IndexPart, openPart, partKey, partsOf } from './index-part.ts';
import { endPagefind } from './pagefind-index.ts';
import { openProgram } from './pagefind-program.ts';

export interface SearchSource {
  /** Folder that the import wrote, such as `.garden`. */
  readonly records: string;
  /** Folder that keeps the parts of the index for the next time. */
  readonly cache: string;
}

/** Gives all files of the index, one by one, to `put`. @returns how many pages can be found. */
export async function indexSearch(
  { records, cache }: SearchSource,
  put: (file: IndexFile) => Promise<void>,
): Promise<number> {
  const version = codeVersion(import.meta.url);
  const kept = join(cache, 'search');
  const entries = await readJson<readonly PageEntry[]>(join(records, recordFiles.index));
  const { tags } = await readJson<SiteRecord>(join(records, recordFiles.site));
  const groups = partsOf(entries).map((part) => ({ part, key: partKey(part, version) }));
  const order = entries.map(({ id }) => id);
  let parts: IndexPart[] = [];
  try {
    // While Pagefind indexes a part, this thread reads the next one.
    parts = await mapFiles(groups, ({ part, key }) => openPart(part, key, { records, kept }), 2);
    const program = await openProgram(join(kept, `program-${version}.bin`));
    await mapFiles([...indexFiles(parts, { order, tags, program })], put);
  } finally {
    await endPagefind();
  }
  const wanted = new Set([...groups.map(({ key }) => `${key}.bin`), `program-${version}.bin`]);
  for (const name of await readdir(kept)) if (!wanted.has(name)) await rm(join(kept, name));
  return parts.reduce((sum, { pages }) => sum + pages.length, 0);
}

/** Writes the whole index into a folder. @returns how many pages can be found. */
export async function writeSearch(source: SearchSource, out: string): Promise<number> {
  return indexSearch(source, async ({ path, content }) => {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeBytes(join(out, path), await content());
  });
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}
