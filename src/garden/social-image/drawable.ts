/** Text as the fonts can draw it. */
import type { Face, Typeface } from './typeface.ts';

/** Stands where something was left out: no character of a text. */
const gap = '\uffff';
const gaps = / ?\uffff+(?=[\s\p{P}]|$)|\uffff+ ?/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text on one line without what no font has: an emoji or a letter of a script that is not
 * there is left out whole, with one of the blanks around it.
 */
export function drawable(text: string, face: Face, typeface: Typeface): string {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const drawn = [...graphemes.segment(whole)].map(({ segment }) => {
    return [...segment].every((character) => typeface.has(character, face)) ? segment : gap;
  });
  return drawn.join('').replace(gaps, '').trim();
}
