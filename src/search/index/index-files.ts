/** The files of the index, made of its parts together. */
import { encode } from 'cborg';
import type { SiteRecord } from '../../garden/page.ts';
import { digestOf } from '../../system/disk.ts';
import { packSimplified } from '../cut/traditional.ts';
import { packTitles, type Title } from '../query/titles.ts';
import { filesOfWords, type PackedCounts, unpackCounts } from '../query/vocabulary.ts';
import type { CharacterTables } from './character-tables.ts';
import type { IndexPart } from './index-part.ts';
import { wordFiles } from './join-words.ts';
import { namesOf, pack, packFile } from './packed-file.ts';
import type { PagefindProgram } from './pagefind-program.ts';
import { type FragmentOf, textFiles } from './text-files.ts';

export interface IndexFile {
  /** Path in the site. */
  readonly path: string;
  /** Changes when the content does. */
  readonly key: string;
  readonly content: () => Promise<Uint8Array>;
}

export interface WholeIndex {
  /** Ids of all pages in the order in which titles are listed. */
  readonly order: readonly string[];
  readonly tags: SiteRecord['tags'];
  readonly program: PagefindProgram;
  readonly characters: CharacterTables;
  readonly fragment: FragmentOf;
  /** How many pages share a file of texts; null for as many as leave few files. */
  readonly textsPerFile: number | null;
}

/** All files. Contents are packed only when they are asked for. */
export function* indexFiles(
  { pages, fields, filters, words, counted }: IndexPart,
  { order, tags, program, characters, fragment, textsPerFile }: WholeIndex,
): Generator<IndexFile> {
  const fragments = yield* textFiles(pages, textsPerFile, fragment);
  const files = wordFiles(words);
  const chunks = yield* packedFiles(
    files.map(({ content }) => content),
    'index',
  );
  const filterNames = yield* packedFiles(
    filters.map((filter) => encode(filter)),
    'filter',
  );
  const meta = encode([
    '1.5.2',
    pages.map((page, index) => [fragments[index], page.words]),
    files.map(({ from, to }, index) => [from, to, chunks[index]]),
    filters.map(([name], index) => [name, filterNames[index]]),
    [],
    fields,
  ]);
  yield* entryFiles(meta, pages.length, program);
  const titles = new Map(
    pages.map(({ id, ...page }, index) => [id, { ...page, name: fragments[index] ?? '' }]),
  );
  const listed = order.flatMap((id) => titles.get(id) ?? []);
  yield* nameFiles(listed, tags, counted, characters);
}

/** Files of words or filters. @returns their names. */
function* packedFiles(
  contents: readonly Uint8Array[],
  kind: 'index' | 'filter',
): Generator<IndexFile, string[]> {
  const files = contents.map(packFile);
  const names = namesOf(files.map(({ digest }) => digest));
  for (const [index, { digest, content }] of files.entries()) {
    yield { path: `pagefind/${kind}/${names[index]}.pf_${kind}`, key: `text ${digest}`, content };
  }
  return names;
}

function* entryFiles(
  meta: Uint8Array,
  pages: number,
  { entry, files }: PagefindProgram,
): Generator<IndexFile> {
  const { digest, content } = packFile(meta);
  const [hash = ''] = namesOf([digest], 'en_');
  const languages = { en: { hash, wasm: 'en', page_count: pages } };
  yield { path: `pagefind/pagefind.${hash}.pf_meta`, key: `text ${digest}`, content };
  yield plain('pagefind-entry.json', Buffer.from(JSON.stringify({ ...entry, languages })));
  for (const [name, program] of files) yield plain(name, program);
}

/** Titles, ids, sounds and words; gzipped here, since not every host compresses. */
function* nameFiles(
  pages: readonly (Title & { readonly name: string })[],
  tags: SiteRecord['tags'],
  counted: PackedCounts,
  { sounds, simplified }: CharacterTables,
): Generator<IndexFile> {
  // A note may be the page of a tag.
  const addresses = new Set(pages.map(({ permalink }) => permalink));
  const ofTags = tags
    .filter(({ permalink }) => !addresses.has(permalink))
    .map(({ name, permalink }): Title => {
      return { title: `#${name}`, permalink, kind: 'tag', aliases: [] };
    });
  const texts = new Map([
    ['titles', packTitles([...pages, ...ofTags])],
    ['ids', pages.map(({ name }) => name).join('\n')],
    ['sounds', sounds],
    ['simplified', packSimplified(simplified)],
  ]);
  const files = filesOfWords(unpackCounts(counted));
  for (const [letter, words] of files) texts.set(`words/${letter}`, words);
  for (const [name, text] of texts) {
    const content = Buffer.from(text);
    const path = `search/${name}.bin`;
    yield { path, key: `text ${digestOf(content)}`, content: () => pack(content) };
  }
}

function plain(name: string, content: Uint8Array): IndexFile {
  const key = `text ${digestOf(content)}`;
  return { path: `pagefind/${name}`, key, content: () => Promise.resolve(content) };
}
