/**
 * Makes the search index of a built site from the records that the import wrote: Pagefind's files in
 * `pagefind/`, the garden's titles and words in `search/`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteRecord } from '../../garden/page.ts';
import { type PageEntry, recordFiles } from '../../garden/record-files.ts';
import { codeVersion } from '../../system/code-version.ts';
import { mapFiles, writeBytes } from '../../system/disk.ts';
import { openTables } from './character-tables.ts';
import { type IndexFile, indexFiles } from './index-files.ts';
import { partsOf } from './index-part.ts';
import { KeptParts } from './kept-parts.ts';
import { endPagefind } from './pagefind-index.ts';
import { openProgram } from './pagefind-program.ts';

export interface SearchSource {
  /** Folder that the import wrote, such as `.garden`. */
  readonly records: string;
  /** Folder that keeps the parts of the index for the next time. */
  readonly cache: string;
  /** How many pages share a file of texts; null for as many as leave few files. */
  readonly textsPerFile: number | null;
}

/** Gives all files of the index, one by one, to `put`. @returns how many pages can be found. */
export async function indexSearch(
  { records, cache, textsPerFile }: SearchSource,
  put: (file: IndexFile) => Promise<void>,
): Promise<number> {
  const version = codeVersion(import.meta.url);
  const kept = join(cache, 'search');
  const entries = await readJson<readonly PageEntry[]>(join(records, recordFiles.index));
  const { tags } = await readJson<SiteRecord>(join(records, recordFiles.site));
  const order = entries.map(({ id }) => id);
  const parts = await KeptParts.open({ records, kept }, version);
  const programFile = `program-${version}.bin`;
  const tablesFile = `tables-${version}.bin`;
  let pages = 0;
  try {
    const characters = await openTables(join(kept, tablesFile));
    const whole = await parts.whole(partsOf(entries));
    const program = await openProgram(join(kept, programFile));
    const fragment = (id: string, digest: string) => parts.fragment(id, digest);
    await mapFiles(
      [...indexFiles(whole, { order, tags, program, characters, fragment, textsPerFile })],
      put,
    );
    pages = whole.pages.length;
  } finally {
    await endPagefind();
  }
  await parts.save([programFile, tablesFile]);
  return pages;
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
