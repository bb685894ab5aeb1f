/** Positions of a note's neighbours around it, with room for every name. */
import { shortened } from './shortened.ts';

export interface NearPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** SVG `text-anchor` of the name. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly textX: number;
  readonly textY: number;
}

export interface NearPicture {
  readonly width: number;
  readonly height: number;
  /** The note itself first. */
  readonly points: readonly NearPoint[];
}

/** Height of a line of names. */
const line = 18;
/** Half the height of the middle band, which is kept for the note itself. */
const band = 20;
/** Pixels from a point to its name. */
const gap = 9;

/**
 * The note in the middle; the others alternately left and right of it, in lines above and below. Names
 * are shortened to the available width; `measure` gives a text's width in pixels.
 */
export function nearPicture(
  titles: readonly string[],
  width: number,
  measure: (text: string) => number,
): NearPicture {
  const [title = '', ...others] = titles;
  const lines = Math.ceil(others.length / 4);
  const below = Math.ceil((others.length - 2) / 4);
  const middle = { x: width / 2, y: lines * line + band - 4 };
  const itself: NearPoint = {
    ...middle,
    text: shortened(title, width - 8, measure),
    anchor: 'middle',
    textX: middle.x,
    textY: middle.y + 20,
  };
  const around = others.map((name, index): NearPoint => {
    const side = index % 2 === 0 ? -1 : 1;
    const isAbove = index % 4 < 2;
    const row = Math.floor(index / 4);
    const rows = isAbove ? lines : below;
    // Lines near the middle are further out: together they are a circle.
    const out = 16 + 26 * Math.cos((row / Math.max(1, rows)) * (Math.PI / 2));
    const away = (isAbove ? -1 : 1) * (band + row * line) + (isAbove ? 0 : 12);
    const x = middle.x + side * out;
    const y = middle.y + away;
    return {
      x,
      y,
      text: shortened(name, width / 2 - out - gap, measure),
      anchor: side < 0 ? 'end' : 'start',
      textX: x + side * gap,
      textY: y + 4,
    };
  });
  const height = middle.y + band + 12 + Math.max(0, below) * line - (below > 0 ? 8 : 0);
  return { width, height, points: [itself, ...around] };
}
