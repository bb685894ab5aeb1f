/** What the layout of a picture asks of fonts; lengths are in ems. */

/** 600 for titles and names, 400 for all else: the weights of the site. */
export type Weight = 400 | 600;

export interface Face {
  readonly weight: Weight;
  /** Decides which font draws what Chinese and Latin share: quotes, dashes and dots. */
  readonly lang: string;
}

/** A glyph on its line. */
export interface PlacedGlyph {
  /** SVG path data in thousandths of an em, y upwards from the baseline. */
  readonly outline: string;
  readonly x: number;
}

export interface SetText {
  readonly glyphs: readonly PlacedGlyph[];
  readonly width: number;
}

/** The fonts as one: each character is drawn by the first of them that has it. */
export interface Typeface {
  /** Whether a font has the character. Controls and joiners need none. */
  has(character: string, face: Face): boolean;
  /** The text on one line. What no font has is left out. */
  set(text: string, face: Face): SetText;
}
