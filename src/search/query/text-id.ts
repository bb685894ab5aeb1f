/**
 * How the index names the text of a page that shares a file with others: `3fa94c.7` is the eighth text of
 * the file `3fa94c`.
 */

export interface TextPlace {
  readonly file: string;
  /** Counted from 0. */
  readonly place: number;
}

/** The name of the text at a place, counted from 0, of a file. */
export function textId(file: string, place: number): string {
  return `${file}.${place}`;
}

/** The file of a text and its place there; null for a text that has a file to itself. */
export function placeOfText(id: string): TextPlace | null {
  const [file = '', place = ''] = id.split('.');
  return place === '' ? null : { file, place: Number(place) };
}
