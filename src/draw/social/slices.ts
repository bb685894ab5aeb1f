/** The files of the packaged fonts: each holds some of the characters of its family. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import type { Weight } from './card/typeface.ts';

type Family = 'inter' | 'noto';

export interface Slice {
  readonly name: string;
  readonly family: Family;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Where the packages list their slices. */
const lists = {
  inter: import.meta.resolve('@fontsource/inter/unicode.json'),
  noto: import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
};

/** All slices in the order in which they are asked for a character: Latin first. */
export function allSlices(): Slice[] {
  return [...slicesOf('inter'), ...slicesOf('noto')];
}

/** Whether the slice may have the character. */
export function covers({ ranges }: Slice, code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

/** Opens a slice at a weight; takes about 15 ms. */
export async function openSlice(slice: Slice, weight: Weight): Promise<fontkit.Font> {
  const isInter = slice.family === 'inter';
  const bytes = isInter ? readInter(slice, weight) : await readNoto(slice, weight);
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error('A file of the package is a collection, not one font.');
  return font;
}

function slicesOf(family: Family): Slice[] {
  const listed: unknown = JSON.parse(readFileSync(fileURLToPath(lists[family]), 'utf8'));
  const slices = Object.entries(listed as Record<string, string>).map(([key, ranges]) => {
    return { name: key.replace(/[[\]]/gu, ''), family, ranges: ranges.split(',').map(rangeOf) };
  });
  // The packages list what is used most last.
  return slices.reverse();
}

/** 'U+4e00-4e07' or 'U+4e00'. */
function rangeOf(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/iu, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function readInter({ name }: Slice, weight: Weight): Buffer {
  return readSlice('inter', `inter-${name}-${weight}-normal`);
}

/** The variable font at one weight: its default is a hairline. */
async function readNoto({ name, ranges }: Slice, weight: Weight): Promise<Uint8Array> {
  const bytes = readSlice('noto', `noto-sans-sc-${name}-wght-normal`);
  const codes = ranges.flatMap(([first, last]) => {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return subsetFont(bytes, String.fromCodePoint(...codes), {
    targetFormat: 'sfnt',
    variationAxes: { wght: weight },
  });
}

function readSlice(family: Family, name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`files/${name}.woff2`, lists[family])));
}
