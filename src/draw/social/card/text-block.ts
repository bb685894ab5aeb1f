/** Sets text in outlines: single lines, and blocks of lines one below the other. */
import { breakLines } from './break-lines.ts';
import type { Point } from './near-graph.ts';
import type { Colour, Palette } from './palette.ts';
import type { Face, Typeface, Weight } from './typeface.ts';

const openingMark = /[（《「『【〈〔“‘]/u;

/** What a picture is drawn with. */
export interface Brush {
  readonly lang: string;
  readonly typeface: Typeface;
  readonly palette: Palette;
}

/** How a text looks; sizes in pixels. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
}

export interface BlockStyle extends TextStyle {
  readonly width: number;
  readonly most: number;
  /** Distance of the lines in parts of the size. */
  readonly leading: number;
  readonly even: boolean;
}

/** A part of a column: drawn once the position of its top is known. */
export interface Block {
  readonly height: number;
  draw(x: number, top: number): string;
}

/** The text in lines; what is too long for them ends in “…”. */
export function textBlock(text: string, style: BlockStyle, brush: Brush): Block {
  const { size, leading } = style;
  const { lines } = breakLines(text, roomOf(style), measureOf(faceOf(style, brush), brush));
  const step = size * leading;
  // Half of what leading adds is above a line; capitals are about 0.72 em high.
  const baseline = step / 2 + size * 0.36;
  return {
    height: lines.length * step,
    draw: (x, top) => {
      const drawn = lines.map((line, index) => {
        const left = x - hang(line, faceOf(style, brush), brush.typeface) * size;
        const y = top + step * index + baseline;
        return textLine(line, { x: left, y }, style, brush);
      });
      return drawn.join('');
    },
  };
}

/**
 * The first of the styles in which the text and each of its words are whole, else the first in which
 * the text is whole, else the last. The styles share a face.
 */
export function fittingStyle<Style extends BlockStyle>(
  text: string,
  styles: readonly [Style, ...Style[]],
  brush: Brush,
): Style {
  const measure = measureOf(faceOf(styles[0], brush), brush);
  const tried = styles.map((style) => ({ style, ...breakLines(text, roomOf(style), measure) }));
  const best = tried.find(({ cut, torn }) => !cut && !torn) ?? tried.find(({ cut }) => !cut);
  return best?.style ?? styles.at(-1) ?? styles[0];
}

/** One line of text; the place is where its baseline begins. */
export function textLine(text: string, { x, y }: Point, style: TextStyle, brush: Brush): string {
  const { glyphs } = brush.typeface.set(text, faceOf(style, brush));
  const scale = style.size / 1000;
  const outlines = glyphs.map((glyph) => {
    return `<path transform="translate(${tenth(glyph.x * 1000)} 0)" d="${glyph.outline}"/>`;
  });
  const place = `translate(${tenth(x)} ${tenth(y)}) scale(${scale} ${-scale})`;
  return `<g fill="${brush.palette[style.colour]}" transform="${place}">${outlines.join('')}</g>`;
}

/** How far a line hangs over its left edge: a wide opening mark is blank in its left half. */
function hang(text: string, face: Face, typeface: Typeface): number {
  const [first = ''] = text;
  return openingMark.test(first) && typeface.set(first, face).width === 1 ? 0.5 : 0;
}

/** Width of a line in pixels. */
export function lineWidth(text: string, style: TextStyle, brush: Brush): number {
  return brush.typeface.set(text, faceOf(style, brush)).width * style.size;
}

/** A length or place for SVG. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function faceOf({ weight }: TextStyle, { lang }: Brush): Face {
  return { weight, lang };
}

/** Widths in ems. They are kept, since the same words are tried in several sizes. */
function measureOf(face: Face, { typeface }: Brush): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? typeface.set(text, face).width;
    known.set(text, width);
    return width;
  };
}

function roomOf({ width, size, most, even }: BlockStyle) {
  return { width: width / size, most, even };
}
