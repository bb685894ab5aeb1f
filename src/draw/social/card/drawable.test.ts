import { expect, test } from 'vitest';
import { drawable } from './drawable.ts';
import type { Typeface } from './typeface.ts';

/** A font of Latin letters, marks and Chinese. */
const typeface: Typeface = {
  has: (character) => /[\p{Script=Latin}\p{Script=Han}\p{P} ]/u.test(character),
  set: () => ({ glyphs: [], width: 0 }),
};

function shown(text: string): string {
  return drawable(text, { weight: 400, lang: 'en' }, typeface);
}

test('an emoji is left out with one blank, whatever it is made of', () => {
  expect(shown('🌱 Seeds')).toBe('Seeds');
  expect(shown('Seeds 👩‍💻 and weeds')).toBe('Seeds and weeds');
  expect(shown('Seeds 🚀, weeds 🌱')).toBe('Seeds, weeds');
});

test('words of a script without a font are left out', () => {
  expect(shown('Peace שלום עולם 和平')).toBe('Peace 和平');
  expect(shown('שלום עולם')).toBe('');
});

test('what was written stays, on one line', () => {
  expect(shown('wait , what ?\n  (yes)')).toBe('wait , what ? (yes)');
});

test('a styled letter becomes a plain one', () => {
  expect(shown('𝐁old 🌱')).toBe('Bold');
});

test('a mark that no font has leaves its letter', () => {
  expect(shown('Z\u0338o')).toBe('Z\u0338o');
});

test('decomposed letters are composed', () => {
  expect(shown('Cafe\u0301')).toBe('Caf\u00e9');
});
