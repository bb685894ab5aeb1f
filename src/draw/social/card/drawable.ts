/** Text as the fonts can draw it. */
import type { Face, Typeface } from './typeface.ts';

/** Stands where something was left out: no character of a text. */
const gap = '\uffff';
const gaps = / ?\uffff+(?=[\s\p{P}]|$)|\uffff+ ?/gu;
const mark = /^\p{M}$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text on one line without what no font has: an emoji or a letter of a script that is not
 * there is left out whole, with one of the blanks around it. A styled letter (𝐀) becomes a
 * plain one, and a mark that cannot be set leaves its letter.
 */
export function drawable(text: string, face: Face, typeface: Typeface): string {
  const isDrawn = (segment: string) => {
    return [...segment].every((each) => mark.test(each) || typeface.has(each, face));
  };
  const drawn = formsOf(text).map((forms) => forms.find(isDrawn) ?? gap);
  return drawn.join('').replace(gaps, '').trim();
}

/** The forms in which each letter of a text may be drawn, the best first: what fonts are asked for. */
export function formsOf(text: string): readonly (readonly string[])[] {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return [...graphemes.segment(whole)].map(({ segment }) => [segment, segment.normalize('NFKC')]);
}
