/** The fonts of the pictures, Inter and Noto Sans SC, as one: nothing of the machine's is used. */
import type { Font } from 'fontkit';
import type { Card } from './card/card.ts';
import { formsOf } from './card/drawable.ts';
import type { Face, PlacedGlyph, SetText, Typeface, Weight } from './card/typeface.ts';
import { allSlices, covers, openSlice, type Slice } from './slices.ts';

interface OpenFont {
  readonly font: Font;
  /** Thousandths of an em in a unit of the font. */
  readonly scale: number;
  readonly outlines: Map<number, string>;
}

/** Drawn as wide as a Chinese character in Chinese text, and narrow elsewhere. */
const sharedMarks = /[“”‘’…—·]/u;
/** Controls, joiners, soft hyphens, variation selectors. */
const invisible = /^(?:\p{Cc}|\p{Cf}|[\ufe00-\ufe0f])$/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wordCharacter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Kerning only: ligatures would draw an arrow for '->'. */
const features = { calt: false, ccmp: false, liga: false, clig: false };

/** Letters of titles are a little closer, as on the site. */
const tightening: Readonly<Record<Weight, number>> = { 400: 0, 600: -0.02 };

/** Space between Chinese and Latin that are written without one. */
const scriptGap = 0.125;

/** The slices that were needed so far, as one typeface. */
export class Fonts implements Typeface {
  readonly #slices = allSlices();
  readonly #open = new Map<string, Promise<OpenFont>>();
  /** The fonts that have a character, by weight and character. */
  readonly #found = new Map<string, readonly OpenFont[]>();

  /** Opens what the text needs; only then may it be measured and set. */
  async load(text: string, weight: Weight): Promise<void> {
    for (const character of new Set(text)) {
      const key = `${weight}${character}`;
      if (this.#found.has(key)) continue;
      const fonts: OpenFont[] = [];
      const code = character.codePointAt(0) ?? 0;
      for (const slice of this.#slices.filter((each) => covers(each, code))) {
        const open = await this.#openSlice(slice, weight);
        if (open.font.hasGlyphForCodePoint(code)) fonts.push(open);
      }
      this.#found.set(key, fonts);
    }
  }

  has(character: string, face: Face): boolean {
    return invisible.test(character) || this.#fontOf(character, face) !== null;
  }

  set(text: string, face: Face): SetText {
    const glyphs: PlacedGlyph[] = [];
    let x = 0;
    for (const run of this.#runs(text, face)) {
      if (glyphs.length > 0 && run.apart) x += scriptGap;
      x = placeRun(run, x, tightening[face.weight], glyphs);
    }
    return { glyphs, width: x };
  }

  #runs(text: string, face: Face): Run[] {
    const runs: Run[] = [];
    let before = '';
    for (const character of text) {
      if (invisible.test(character)) continue;
      const open = this.#fontOf(character, face);
      if (!open) continue;
      const last = runs.at(-1);
      if (last?.open === open) last.text += character;
      else runs.push({ open, text: character, apart: areApart(before, character) });
      before = character;
    }
    return runs;
  }

  #fontOf(character: string, { weight, lang }: Face): OpenFont | null {
    const fonts = this.#found.get(`${weight}${character}`);
    if (!fonts) throw new Error('A text was set before its fonts were opened.');
    const wide = lang.startsWith('zh') && sharedMarks.test(character);
    return (wide ? fonts.at(-1) : fonts[0]) ?? null;
  }

  /** Each slice is opened once, though many pictures may wait for it. */
  #openSlice(slice: Slice, weight: Weight): Promise<OpenFont> {
    const key = `${weight} ${slice.name}`;
    const known = this.#open.get(key) ?? openFont(slice, weight);
    this.#open.set(key, known);
    return known;
  }
}

async function openFont(slice: Slice, weight: Weight): Promise<OpenFont> {
  const font = await openSlice(slice, weight);
  return { font, scale: 1000 / font.unitsPerEm, outlines: new Map() };
}

/** Opens the fonts for all that a picture may show. */
export async function loadCard(fonts: Fonts, card: Card): Promise<void> {
  const { garden, title, crumbs, tags, description } = card;
  await fonts.load(inAllForms(garden, title, '…'), 600);
  await fonts.load(inAllForms(crumbs.join(' / '), ...tags, description, '…'), 400);
}

function inAllForms(...texts: readonly string[]): string {
  return texts.flatMap(formsOf).flat().join('');
}

interface Run {
  readonly open: OpenFont;
  text: string;
  /** Whether Chinese and Latin meet here without a blank. */
  readonly apart: boolean;
}

function areApart(before: string, after: string): boolean {
  return (
    (han.test(before) && wordCharacter.test(after)) ||
    (wordCharacter.test(before) && han.test(after))
  );
}

/** Puts the glyphs of a run on the line and gives where the next begins. */
function placeRun(
  { open, text }: Run,
  start: number,
  tight: number,
  glyphs: PlacedGlyph[],
): number {
  const { font, scale, outlines } = open;
  const run = font.layout(text, features);
  let x = start;
  for (const [index, glyph] of run.glyphs.entries()) {
    let outline = outlines.get(glyph.id);
    if (outline === undefined) {
      outline = (scale === 1 ? glyph.path : glyph.path.scale(scale)).toSVG();
      outlines.set(glyph.id, outline);
    }
    if (outline !== '') glyphs.push({ outline, x });
    const advance = run.positions[index]?.xAdvance ?? glyph.advanceWidth;
    x += (advance * scale) / 1000 + (advance * scale < 900 ? tight : 0);
  }
  return x;
}
