/**
 * How the index names the text of a page that shares a file with others: `3fa94c.7` is the eighth text of
 * the file `3fa94c`. A file is the packed texts one after the other, and a table tells their sizes.
 */

export interface TextPlace {
  readonly file: string;
  /** Counted from 0. */
  readonly place: number;
}

/** Sizes of the packed texts, in bytes, by file. */
export type TextSizes = ReadonlyMap<string, readonly number[]>;

/** The name of the text at a place, counted from 0, of a file. */
export function textId(file: string, place: number): string {
  return `${file}.${place}`;
}

/** The file of a text and its place there; null for a text that has a file to itself. */
export function placeOfText(id: string): TextPlace | null {
  const [file = '', place = ''] = id.split('.');
  return place === '' ? null : { file, place: Number(place) };
}

/** The table of sizes as text: a line for each file, its name first. */
export function packSizes(sizes: TextSizes): string {
  return [...sizes].map(([file, own]) => [file, ...own].join(' ')).join('\n');
}

/** Reads what `packSizes` wrote. */
export function readSizes(table: string): TextSizes {
  const lines = table.split('\n').map((line) => line.split(' '));
  return new Map(lines.map(([file = '', ...sizes]) => [file, sizes.map(Number)]));
}

/** Where a text begins in its file, and where the next one does; null for one that the table lacks. */
export function bytesOfText(
  sizes: TextSizes,
  { file, place }: TextPlace,
): readonly [from: number, to: number] | null {
  const own = sizes.get(file) ?? [];
  const size = own[place];
  if (size === undefined) return null;
  const from = own.slice(0, place).reduce((sum, each) => sum + each, 0);
  return [from, from + size];
}
