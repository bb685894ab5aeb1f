/** The files of the index, made of its parts. */
import { encode } from 'cborg';
import { compareText } from '../../garden/diagnostic.ts';
import type { SiteRecord } from '../../garden/page.ts';
import { digestOf } from '../../system/disk.ts';
import { commonCharacters, packSimplified } from '../cut/traditional.ts';
import { packSounds } from '../query/sounds.ts';
import { packTitles, type Title } from '../query/titles.ts';
import { filesOfWords, unpackCounts } from '../query/vocabulary.ts';
import { soundOf } from './characters.ts';
import type { IndexPart } from './index-part.ts';
import { joinWords } from './join-words.ts';
import { namesOf, pack, packFile } from './packed-file.ts';
import type { Filter } from './pagefind-index.ts';
import type { PagefindProgram } from './pagefind-program.ts';
import { simplifiedCharacters } from './simplified.ts';

export interface IndexFile {
  /** Path in the site. */
  readonly path: string;
  /** Changes when the content does. */
  readonly key: string;
  readonly content: () => Promise<Uint8Array>;
}

/** A part with the number that its first page has in the whole. */
interface NumberedPart extends IndexPart {
  readonly offset: number;
}

export interface WholeIndex {
  /** Ids of all pages in the order in which titles are listed. */
  readonly order: readonly string[];
  readonly tags: SiteRecord['tags'];
  readonly program: PagefindProgram;
}

/** All files. Contents are packed only when they are asked for. */
export function* indexFiles(
  parts: readonly IndexPart[],
  { order, tags, program }: WholeIndex,
): Generator<IndexFile> {
  let offset = 0;
  const numbered = parts.map((part): NumberedPart => {
    const first = offset;
    offset += part.pages.length;
    return { ...part, offset: first };
  });
  const pages = parts.flatMap((part) => part.pages);
  const fragments = namesOf(
    pages.map(({ fragment }) => fragment.digest),
    'en_',
  );
  for (const [index, { fragment }] of pages.entries()) {
    const path = `pagefind/fragment/${fragments[index]}.pf_fragment`;
    const content = () => Promise.resolve(fragment.packed);
    yield { path, key: `text ${fragment.digest}`, content };
  }
  const words = joinWords(numbered);
  const chunks = yield* packedFiles(
    words.map(({ content }) => content),
    'index',
  );
  const filters = joinFilters(numbered);
  const filterNames = yield* packedFiles(
    filters.map((filter) => encode(filter)),
    'filter',
  );
  const meta = encode([
    '1.5.2',
    pages.map(({ words: count }, index) => [fragments[index], count]),
    words.map(({ from, to }, index) => [from, to, chunks[index]]),
    filters.map(([name], index) => [name, filterNames[index]]),
    [],
    parts.map(({ fields }) => fields).reduce((a, b) => (b.length > a.length ? b : a), []),
  ]);
  yield* entryFiles(meta, pages.length, program);
  const titles = new Map(
    pages.map(({ id, ...page }, index) => [id, { ...page, name: fragments[index] ?? '' }]),
  );
  const listed = order.flatMap((id) => titles.get(id) ?? []);
  yield* nameFiles(listed, tags, parts);
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
  parts: readonly IndexPart[],
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
    ['sounds', packSounds(commonCharacters(), soundOf)],
    ['simplified', packSimplified(simplifiedCharacters())],
  ]);
  const files = filesOfWords(parts.map(({ counted }) => unpackCounts(counted)));
  for (const [letter, words] of files) texts.set(`words/${letter}`, words);
  for (const [name, text] of texts) {
    const content = Buffer.from(text);
    const path = `search/${name}.bin`;
    yield { path, key: `text ${digestOf(content)}`, content: () => pack(content) };
  }
}

/** Each filter once, with the numbers that the pages have in the whole. */
function joinFilters(parts: readonly NumberedPart[]): Filter[] {
  const joined = new Map<string, Map<string, number[]>>();
  for (const { filters, offset } of parts) {
    for (const [name, values] of filters) {
      const known = joined.get(name) ?? new Map<string, number[]>();
      joined.set(name, known);
      for (const [value, pages] of values) {
        const all = known.get(value) ?? [];
        known.set(value, all);
        for (const page of pages) all.push(page + offset);
      }
    }
  }
  const byName = <Value>(map: ReadonlyMap<string, Value>) =>
    [...map].sort(([a], [b]) => compareText(a, b));
  return byName(joined).map(([name, values]) => [name, byName(values)]);
}

function plain(name: string, content: Uint8Array): IndexFile {
  const key = `text ${digestOf(content)}`;
  return { path: `pagefind/${name}`, key, content: () => Promise.resolve(content) };
}
