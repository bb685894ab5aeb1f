/** Draws the social images of the pages; unchanged ones come from the cache. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Garden } from '../garden/garden.ts';
import type { PageEntry } from '../garden/record-files.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, keepOnly, mapFiles, readTextIfAny } from '../system/disk.ts';
import { counted, type Stage } from '../system/progress.ts';
import { type Card, type SiteWords, siteCard } from './social/card/card.ts';
import { LinksOfNotes } from './social/card/near-graph.ts';
import { type Palette, paletteOf } from './social/card/palette.ts';
import { pictureWords } from './social/picture-words.ts';

export interface SocialImages {
  /** File name of a note's picture by id; a note that brings its own has none. */
  readonly names: ReadonlyMap<string, string>;
  /** All pictures: the file on disk, and its name below the site's root. */
  readonly files: readonly { readonly name: string; readonly location: string }[];
  readonly drawn: number;
  /** Names of those that could not be drawn: their notes use the garden's. */
  readonly failed: ReadonlySet<string>;
}

export const noSocialImages: SocialImages = {
  names: new Map(),
  files: [],
  drawn: 0,
  failed: new Set(),
};

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
  /** Folder of the records. */
  readonly out: string;
  /** Where pictures are kept between runs. */
  readonly kept: string;
  readonly stage: Stage;
}

/** Draws a picture for each public note, and one for the garden. Unused ones are removed. */
export async function drawSocialImages(
  garden: Garden,
  input: SocialImageInput,
): Promise<SocialImages> {
  const { site, kept } = input;
  const palette = paletteOf(`${(await readTextIfAny(stylesheet)) ?? ''}\n${site.styles ?? ''}`);
  const code = codeVersion(...drawingModules.map((module) => import.meta.resolve(module)));
  const version = digestOf(code, JSON.stringify(palette));
  const nameOf = (card: Card) => `${digestOf(version, JSON.stringify(card)).slice(0, 20)}.png`;
  // Addresses do not depend on the code: other sites keep them over an upgrade.
  const look = JSON.stringify(palette);
  const addressOf = (card: Card) => `${digestOf(look, JSON.stringify(card)).slice(0, 20)}.png`;
  const links = new LinksOfNotes(garden);
  const cards = new Map<string, Card>();
  const cardOf = new Map<string, Card>();
  const file = join(kept, wordsFile);
  for (const [id, words] of await pictureWords({ ...input, file, version: code })) {
    const card = { ...words, graph: links.near(id) };
    const name = nameOf(card);
    cards.set(name, card);
    cardOf.set(id, card);
  }
  const whole = siteCard(site, links.ofSite());
  cards.set(nameOf(whole), whole);
  await keepOnly(kept, new Set([...cards.keys(), wordsFile]));
  const { drawn, failed } = await drawMissing(cards, palette, input);
  const shown = [...cardOf].filter(([, card]) => !failed.has(nameOf(card)));
  const served = new Map(shown.map(([, card]) => [addressOf(card), nameOf(card)]));
  if (!failed.has(nameOf(whole))) served.set(siteImage, nameOf(whole));
  const files = [...served].map(([name, file]) => {
    return { name: `social/${name}`, location: join(kept, file) };
  });
  const names = new Map(shown.map(([id, card]) => [id, addressOf(card)]));
  return { names, files, drawn, failed };
}

/** What decides how a picture looks; reading and writing files does not. */
const drawingModules = ['card/draw-card', 'card/card', 'card/near-graph', 'fonts', 'rasterise'].map(
  (name) => `./social/${name}.ts`,
);

const wordsFile = 'words.json';

/** The picture of the garden keeps its name, since all pages name it. */
const siteImage = 'garden.png';

const stylesheet = fileURLToPath(new URL('../site/styles/tokens.css', import.meta.url));

/** Draws the cards that have no file yet. */
async function drawMissing(
  cards: ReadonlyMap<string, Card>,
  palette: Palette,
  { kept, stage }: SocialImageInput,
): Promise<Pick<SocialImages, 'drawn' | 'failed'>> {
  const orders = [...cards].map(([name, card]) => ({ card, location: join(kept, name) }));
  const there = await mapFiles(orders, ({ location }) => isThere(location));
  const missing = orders.filter((_, index) => !there[index]);
  if (missing.length === 0) return { drawn: 0, failed: new Set() };
  // Loading what draws takes longer than an import in which nothing changed.
  const { drawPictures } = await import('./social/draw-pictures.ts');
  const failed = await drawPictures(missing, palette, (done) => {
    stage.reached(`${done} of ${counted(missing.length, 'picture')}`, done / missing.length);
  });
  return {
    drawn: missing.length - failed.length,
    failed: new Set(failed.map(({ location }) => basename(location))),
  };
}

async function isThere(location: string): Promise<boolean> {
  return (await stat(location).catch(() => null)) !== null;
}
