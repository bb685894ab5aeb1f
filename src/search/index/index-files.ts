/** The files of the index, made of its parts together. */
import { encode } from 'cborg';
import type { SiteRecord } from '../../garden/page.ts';
import { digestOf } from '../../system/disk.ts';
import { packSimplified } from '../cut/traditional.ts';
import type { IndexTable } from '../query/index-table.ts';
import type { PartTable } from '../query/packed-parts.ts';
import { packTitles, type Title } from '../query/titles.ts';
import type { CharacterTables } from './character-tables.ts';
import type { IndexPart } from './index-part.ts';
import { namesOf, pack, packFile } from './packed-file.ts';
import type { PackedPart, PackedWords } from './packed-words.ts';
import type { Filter } from './pagefind-index.ts';
import type { PagefindProgram } from './pagefind-program.ts';
import { filesOfParts, partsPerFile } from './part-files.ts';
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
  readonly words: PackedWords;
  readonly fragment: FragmentOf;
  /** How many pages share a file of texts; null for as many as leave few files. */
  readonly textsPerFile: number | null;
}

/** All files. Contents but words are packed only when they are asked for. */
export function* indexFiles(
  { pages, fields, filters }: IndexPart,
  { order, tags, program, characters, words, fragment, textsPerFile }: WholeIndex,
): Generator<IndexFile> {
  const numbers = new Map(pages.map(({ id }, number) => [id, number]));
  const listed = order.flatMap((id) => numbers.get(id) ?? []);
  yield* titleFiles(
    listed.flatMap((number) => pages[number] ?? []),
    tags,
  );
  yield* characterFiles(characters);
  for (const [name, content] of program.files) yield plain(`pagefind/${name}`, content);
  // The setting is for hosts that send no part of a file.
  const perFile = textsPerFile === null ? partsPerFile(words.lists.length, pages.length) : 1;
  const table: IndexTable = {
    kept: program.kept,
    fields,
    filters: yield* filterFiles(filters),
    words: pages.map((page) => page.words),
    texts: yield* textFiles(pages, textsPerFile, fragment),
    from: words.lists.map(({ from }) => from),
    to: words.lists.map(({ to }) => to),
    lists: yield* wordFiles('search/lists', words.lists, perFile),
    letters: words.vocabulary.map(({ id }) => id),
    vocabulary: yield* wordFiles('search/words', words.vocabulary, perFile),
    pages: yield* named('search/pages', listed.join('\n')),
  };
  yield packed('search/table.bin', JSON.stringify(table));
}

function* filterFiles(filters: readonly Filter[]): Generator<IndexFile, [string, string][]> {
  const files = filters.map((filter) => packFile(encode(filter)));
  const names = namesOf(files.map(({ digest }) => digest));
  for (const [index, { digest, content }] of files.entries()) {
    yield { path: `pagefind/filter/${names[index]}.pf_filter`, key: `text ${digest}`, content };
  }
  return filters.map(([name], index) => [name, names[index] ?? '']);
}

function wordFiles(
  folder: string,
  parts: readonly PackedPart[],
  perFile: number,
): Generator<IndexFile, PartTable> {
  return filesOfParts(folder, parts, perFile, ({ packed }) => packed);
}

/** Titles of all pages, and of tags without a page. */
function* titleFiles(pages: readonly Title[], tags: SiteRecord['tags']): Generator<IndexFile> {
  // A note may be the page of a tag.
  const addresses = new Set(pages.map(({ permalink }) => permalink));
  const ofTags = tags
    .filter(({ permalink }) => !addresses.has(permalink))
    .map(({ name, permalink }): Title => {
      return { title: `#${name}`, permalink, kind: 'tag', aliases: [] };
    });
  yield packed('search/titles.bin', packTitles([...pages, ...ofTags]));
}

function* characterFiles({ sounds, simplified }: CharacterTables): Generator<IndexFile> {
  yield packed('search/sounds.bin', sounds);
  yield packed('search/simplified.bin', packSimplified(simplified));
}

/** A packed file that is named by its content. @returns its name. */
function* named(folder: string, text: string): Generator<IndexFile, string> {
  const [name = ''] = namesOf([digestOf(text)]);
  yield packed(`${folder}/${name}.bin`, text);
  return name;
}

/** A text; gzipped here, since not every host compresses. */
function packed(path: string, text: string): IndexFile {
  const content = Buffer.from(text);
  return { path, key: `text ${digestOf(content)}`, content: () => pack(content) };
}

function plain(path: string, content: Uint8Array): IndexFile {
  return { path, key: `text ${digestOf(content)}`, content: () => Promise.resolve(content) };
}
