import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paletteOf } from './palette.ts';

const tokens = readFileSync(new URL('../../../site/styles/tokens.css', import.meta.url), 'utf8');

test('without a stylesheet the colours are those of the garden', () => {
  const palette = paletteOf('');
  const written = Object.entries(palette).map(
    ([name, colour]) => `--${name}: light-dark(${colour}`,
  );
  expect(written.filter((declaration) => !tokens.includes(declaration))).toEqual([]);
  expect(written).toHaveLength(8);
});

test('colours that the owner wrote are taken, others stay', () => {
  const written = ':root { --accent: light-dark(#9a3412, #fdba74); --paper: #fffaf5; }';
  expect(paletteOf(written)).toEqual({ ...paletteOf(''), accent: '#9a3412', paper: '#fffaf5' });
});

test('the owner’s colours come after the garden’s own and win', () => {
  const written = `${tokens}\n:root { --accent: light-dark(#9a3412, #fdba74); }`;
  expect(paletteOf(written)).toEqual({ ...paletteOf(''), accent: '#9a3412' });
});

test('a colour of another kind leaves the garden’s first one', () => {
  expect(paletteOf('--accent: light-dark(oklch(50% 0.1 30), red);')).toEqual(paletteOf(''));
});
