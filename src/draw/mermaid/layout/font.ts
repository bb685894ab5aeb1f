import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { regularFontPaths } from './font-files.ts';

/** How a piece of text is set. */
export interface Face {
  readonly size: number;
  readonly bold: boolean;
}

/** Measures text as a browser does that has the served font and falls back for what it lacks. */
export interface Font {
  width(text: string, face: Face): number;
  /** Parts of an em above and below the baseline, and the height of an 'x'. */
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
}

/** Bold of the same design; fontkit cannot vary the weight of a woff2 font. */
const boldFontPath = fileURLToPath(
  import.meta.resolve('@fontsource/inter/files/inter-latin-700-normal.woff2'),
);

/** Reads the fonts from disk. Widths are kept, since labels repeat. */
export function loadFont(): Font {
  const regular = regularFontPaths.map(openFont);
  const bold = [openFont(boldFontPath)];
  const { ascent, descent, xHeight, unitsPerEm: em } = regular[0] as fontkit.Font;
  const known = new Map<string, number>();
  return {
    width(text, face) {
      const key = (face.bold ? 'b' : 'r') + text;
      let width = known.get(key);
      if (width === undefined) {
        width = widthInEms(face.bold ? bold : regular, text);
        known.set(key, width);
      }
      return width * face.size;
    },
    ascent: ascent / em,
    descent: -descent / em,
    xHeight: xHeight / em,
  };
}

function openFont(path: string): fontkit.Font {
  const font = fontkit.create(readFileSync(path));
  if (!('layout' in font)) throw new Error(`${path} is a collection, not one font.`);
  return font;
}

/** The served font has kerning only; the bold one would draw an arrow for '->'. */
const features = { calt: false, ccmp: false, liga: false, clig: false };

/** A browser sets each run of characters with the first file that has them. */
function widthInEms(fonts: readonly fontkit.Font[], text: string): number {
  let width = 0;
  let run = '';
  let runFont: fontkit.Font | null = null;
  const endRun = (): void => {
    if (runFont) width += runFont.layout(run, features).advanceWidth / runFont.unitsPerEm;
    run = '';
    runFont = null;
  };
  for (const character of text) {
    const font = fontWith(fonts, character.codePointAt(0) ?? 0);
    if (typeof font === 'number' || font !== runFont) endRun();
    if (typeof font === 'number') width += font;
    else {
      run += character;
      runFont = font;
    }
  }
  endRun();
  return width;
}

/** The font that draws a character, or its width in ems where none does. */
function fontWith(fonts: readonly fontkit.Font[], code: number): fontkit.Font | number {
  if (isInvisible(code)) return 0;
  if (isWide(code)) return 1;
  if (code >= 0x1f300 && code <= 0x1faff) return 1.25;
  const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code));
  return font ?? (code >= 0x2190 && code <= 0x2bff ? 1 : 0.6);
}

/** Joiners, variation selectors, and the marks that references leave in labels. */
function isInvisible(code: number): boolean {
  return (
    code === 0x200b || code === 0x200d || code === 0xfe0f || (code >= 0xe000 && code <= 0xf8ff)
  );
}

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** Whether a character takes a full em: East Asian scripts and their punctuation. */
export function isWide(code: number): boolean {
  return wideRanges.some(([first, last]) => code >= first && code <= last);
}
