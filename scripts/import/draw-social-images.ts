/** Draws the pictures that other sites show of a page, taking from the last run what it can. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Garden } from '../../src/garden/garden.ts';
import type { NotePage } from '../../src/garden/page.ts';
import {
  type Card,
  noteCard,
  type SiteWords,
  siteCard,
} from '../../src/garden/social-image/card.ts';
import { drawCard } from '../../src/garden/social-image/draw-card.ts';
import { LinksOfNotes } from '../../src/garden/social-image/near-graph.ts';
import { type Palette, paletteOf } from '../../src/garden/social-image/palette.ts';
import {
  digestOf,
  keepOnly,
  mapFiles,
  readTextIfAny,
  writeBytes,
  writeIfChanged,
} from '../disk.ts';
import { counted, type Stage } from '../progress.ts';
import { Fonts, loadCard } from '../social/fonts.ts';
import { rasterise } from '../social/rasterise.ts';
import { drawingVersion } from '../social/version.ts';
import { type PageEntry, recordName } from './render-pages.ts';

export interface SocialImages {
  /** File name of a note's picture by id; a note that brings its own has none. */
  readonly names: ReadonlyMap<string, string>;
  /** All pictures: where they lie, and where below the site's root they are served. */
  readonly files: readonly { readonly name: string; readonly location: string }[];
  readonly drawn: number;
}

export const noSocialImages: SocialImages = { names: new Map(), files: [], drawn: 0 };

/** The entries with the names of their pictures, which the pages show. */
export function withPictures(
  entries: readonly PageEntry[],
  { names }: SocialImages,
): readonly PageEntry[] {
  return entries.map((entry) => {
    const picture = names.get(entry.id);
    if (picture === undefined) return entry;
    return { ...entry, digest: digestOf(entry.digest, picture), picture };
  });
}

export interface SocialImageInput {
  readonly site: SiteWords;
  readonly entries: readonly PageEntry[];
  /** Where the records lie. */
  readonly out: string;
  /** Where pictures are kept between runs. */
  readonly kept: string;
  readonly stage: Stage;
}

/** The words of a note's card, as long as its page stays the same; null where it has a picture. */
type KeptWords = Record<string, readonly [digest: string, words: Omit<Card, 'graph'> | null]>;

/** Draws a picture for each public note, and one for the garden. What nobody shows is removed. */
export async function drawSocialImages(
  garden: Garden,
  input: SocialImageInput,
): Promise<SocialImages> {
  const { site, kept } = input;
  const palette = paletteOf((await readTextIfAny(stylesheet)) ?? '');
  const version = digestOf(await drawingVersion(), JSON.stringify(palette));
  const nameOf = (card: Card) => `${digestOf(version, JSON.stringify(card)).slice(0, 20)}.png`;
  const links = new LinksOfNotes(garden);
  const cards = new Map<string, Card>();
  const names = new Map<string, string>();
  for (const [id, words] of await wordsOfNotes(input)) {
    const card = { ...words, graph: links.near(id) };
    const name = nameOf(card);
    cards.set(name, card);
    names.set(id, name);
  }
  const whole = siteCard(site, links.ofSite());
  cards.set(nameOf(whole), whole);
  await keepOnly(kept, new Set([...cards.keys(), wordsFile]));
  const drawn = await drawMissing(cards, kept, palette, input.stage);
  const served = new Map([...new Set(names.values())].map((name) => [name, name]));
  served.set(siteImage, nameOf(whole));
  const files = [...served].map(([name, file]) => {
    return { name: `social/${name}`, location: join(kept, file) };
  });
  return { names, files, drawn };
}

/** The picture of the garden keeps its name, since all pages name it. */
const siteImage = 'garden.png';

const wordsFile = 'words.json';
const stylesheet = fileURLToPath(new URL('../../src/styles/tokens.css', import.meta.url));

/** The words of the notes that need a picture; records are read only of pages that changed. */
async function wordsOfNotes(input: SocialImageInput): Promise<[string, Omit<Card, 'graph'>][]> {
  const { site, entries, out, kept } = input;
  const file = join(kept, wordsFile);
  const version = digestOf(await drawingVersion(), JSON.stringify(site));
  const before = readKept(await readTextIfAny(file), version);
  const notes = entries.filter(({ kind }) => kind === 'note' || kind === 'journal');
  const words: KeptWords = {};
  const read = await mapFiles(notes, async ({ id, digest }) => {
    const same = before[id]?.[0] === digest ? before[id] : undefined;
    if (same) return [id, same] as const;
    const page = JSON.parse((await readTextIfAny(join(out, 'pages', recordName(id)))) ?? 'null');
    return [id, [digest, wordsOf(page as NotePage, site)]] as const;
  });
  for (const [id, each] of read) words[id] = each;
  await writeIfChanged(file, JSON.stringify({ version, words }));
  return read.flatMap(([id, [, each]]) => (each ? [[id, each]] : []));
}

function wordsOf(page: NotePage, site: SiteWords): Omit<Card, 'graph'> | null {
  return page.image === '' ? noteCard(page, site) : null;
}

function readKept(text: string | null, version: string): KeptWords {
  try {
    const kept = JSON.parse(text ?? '{}') as { version?: string; words?: KeptWords };
    return kept.version === version ? (kept.words ?? {}) : {};
  } catch {
    return {};
  }
}

async function drawMissing(
  cards: ReadonlyMap<string, Card>,
  kept: string,
  palette: Palette,
  stage: Stage,
): Promise<number> {
  const there = await mapFiles([...cards.keys()], (name) => isThere(join(kept, name)));
  const missing = [...cards].filter((_, index) => !there[index]);
  const fonts = new Fonts();
  let drawn = 0;
  await mapFiles(missing, async ([name, card]) => {
    await loadCard(fonts, card);
    await writeBytes(join(kept, name), await rasterise(drawCard(card, fonts, palette)));
    drawn++;
    stage.reached(`${drawn} of ${counted(missing.length, 'picture')}`);
  });
  return drawn;
}

async function isThere(location: string): Promise<boolean> {
  return (await stat(location).catch(() => null)) !== null;
}
