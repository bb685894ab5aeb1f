/**
 * Makes the search index of a built site from the records that the import wrote: Pagefind's files in
 * `pagefind/`, the garden's titles and words in `search/`.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import pinyin from 'tiny-pinyin';
import type { Page, SiteRecord } from '../../garden/page.ts';
import { type PageEntry, pageRecordFile, recordFiles } from '../../garden/record-files.ts';
import { mapFiles } from '../../system/disk.ts';
import { indexPage } from '../cut/index-page.ts';
import { type SearchRecord, searchRecordOf } from '../cut/record.ts';
import { packSounds } from '../query/sounds.ts';
import { packTitles, type Title } from '../query/titles.ts';
import { vocabularyFiles } from '../query/vocabulary.ts';
import { cutIndex } from './index-search-chunks.ts';
import { writePagefind } from './pagefind-files.ts';

export interface SearchSource {
  /** Folder that the import wrote, such as `.garden`. */
  readonly records: string;
  /** Folder of the built site. */
  readonly out: string;
}

/** Files of Pagefind's own interfaces, which this site does not use. */
const unused = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-worker.js',
  'wasm.unknown.pagefind',
];

/** Pages sent to Pagefind at the same time. */
const batchSize = 64;

/**
 * Indexes every note and ghost among the records.
 * @returns how many pages can be found, and the size of the titles and words in bytes.
 */
export async function indexSearch(source: SearchSource): Promise<{ pages: number; bytes: number }> {
  const records = await readRecords(source.records);
  const site = await readJson<SiteRecord>(join(source.records, recordFiles.site));
  const pagefindFolder = join(source.out, 'pagefind');
  await writePages(records, pagefindFolder);
  const ids = await readIds(records, pagefindFolder);
  const bytes = await writeNames(records, ids, site, join(source.out, 'search'));
  return { pages: records.length, bytes };
}

async function readRecords(folder: string): Promise<SearchRecord[]> {
  const index = await readJson<readonly PageEntry[]>(join(folder, recordFiles.index));
  const records = await mapFiles(index, async ({ id }) => {
    return searchRecordOf(await readJson<Page>(join(folder, pageRecordFile(id))));
  });
  return records.filter((record) => record !== null);
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}

async function writePages(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (let start = 0; start < records.length; start += batchSize) {
      await Promise.all(
        records.slice(start, start + batchSize).map(async (record) => {
          const added = await index.addHTMLFile({
            url: record.permalink,
            content: indexPage(record),
          });
          if (added.errors.length > 0) throw new Error(added.errors.join('; '));
        }),
      );
    }
    await rm(out, { recursive: true, force: true });
    await writePagefind(index, out);
  } finally {
    await pagefind.close();
  }
  for (const name of unused) await rm(join(out, name), { force: true });
  await cutIndex(out);
  await minify(join(out, 'pagefind.js'));
}

async function minify(path: string): Promise<void> {
  const { code } = await transform(await readFile(path, 'utf8'), { minify: true });
  await writeFile(path, code);
}

/** Pagefind's id of each page, in the order of the records. */
async function readIds(records: readonly SearchRecord[], folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'fragment'));
  const ids = await mapFiles(files, async (file) => {
    const packed = await readFile(join(folder, 'fragment', file));
    const text = (await promisify(gunzip)(packed)).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    return [url, file.replace(/\.pf_fragment$/, '')] as const;
  });
  const idOf = new Map(ids);
  return records.map(({ permalink }) => idOf.get(permalink) ?? '');
}

/** Titles, ids, sounds and words; gzipped here, since not every host compresses. */
async function writeNames(
  records: readonly SearchRecord[],
  ids: readonly string[],
  { tags }: SiteRecord,
  out: string,
): Promise<number> {
  const titles: Title[] = [
    ...records,
    ...tags.map(({ name, permalink }) => ({
      title: `#${name}`,
      permalink,
      kind: 'tag' as const,
      aliases: [],
    })),
  ];
  await rm(join(out, 'words'), { recursive: true, force: true });
  await mkdir(join(out, 'words'), { recursive: true });
  const files = new Map([
    ['titles', packTitles(titles)],
    ['ids', ids.join('\n')],
    ['sounds', packSounds(commonCharacters(), soundOf)],
  ]);
  for (const [letter, words] of vocabularyFiles(records)) files.set(`words/${letter}`, words);
  let bytes = 0;
  for (const [name, text] of files) {
    const packed = await promisify(gzip)(text, { level: 9 });
    bytes += packed.length;
    await writeFile(join(out, `${name}.bin`), packed);
  }
  return bytes;
}

/** The 6,763 characters of GB 2312: those that people type. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return text.replace(/\P{Script=Han}/gu, '');
}

function soundOf(character: string): string {
  return pinyin.convertToPinyin(character, '', true);
}
