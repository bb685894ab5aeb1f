import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';
import { paperOf, themeStyles } from './theme.ts';

function theme(text: string) {
  const { settings } = readSettings(`theme:\n${text}`);
  if (!settings) throw new Error('The theme cannot be read.');
  return settings.theme;
}

test('an owner who says nothing changes nothing', () => {
  expect(themeStyles(theme(''))).toBe('');
  expect(paperOf(theme(''))).toEqual({ light: '#fcfbf8', dark: '#161815' });
});

test('colours, fonts and width replace the tokens', () => {
  const own = theme(`
  accent: {light: '#9a3412', dark: '#fdba74'}
  paper: '#fffaf5'
  fonts: {text: 'Georgia, serif', mono: Menlo}
  column: 36rem
`);
  expect(themeStyles(own)).toBe(`:root {
  --paper: light-dark(#fffaf5, #161815);
  --surface: color-mix(in oklab, var(--paper) 98.5%, light-dark(black, white));
  --raised: light-dark(color-mix(in oklab, var(--paper) 40%, white), color-mix(in oklab, var(--paper) 93%, white));
  --line: color-mix(in oklab, var(--paper) 92%, light-dark(black, white));
  --accent-wash: color-mix(in oklab, var(--accent) 12%, var(--paper));
  --line-strong: color-mix(in oklab, var(--paper) 84%, light-dark(black, white));
  --accent: light-dark(#9a3412, #fdba74);
  --accent-line: color-mix(in srgb, var(--accent) 36%, transparent);
  --accent-wash: color-mix(in oklab, var(--accent) 12%, var(--paper));
  --latin: Georgia, serif;
  --mono: Menlo;
  --column: 36rem;
}
`);
  expect(paperOf(own)).toEqual({ light: '#fffaf5', dark: '#161815' });
});

test('sepia is a warm paper in both themes', () => {
  const own = theme('  paper: sepia\n');
  expect(themeStyles(own)).toContain('--paper: light-dark(#f8f2e3, #1e1a15);');
  expect(paperOf(own)).toEqual({ light: '#f8f2e3', dark: '#1e1a15' });
});

test('one accent is lightened where the paper is dark', () => {
  expect(themeStyles(theme("  accent: '#9a3412'\n"))).toContain(
    '--accent: light-dark(#9a3412, color-mix(in oklab, #9a3412 45%, white));',
  );
});

test.for([
  ["  accent: 'red; } body { display: none'", /theme\.accent is a colour/],
  [
    "  fonts: {text: 'a; } body { x: url(https://a.example)'}",
    /theme\.fonts\.text is a list of fonts/,
  ],
  ['  column: wide', /theme\.column is a width/],
] as const)('%s can add no rule of its own', ([text, told]) => {
  const { faults } = readSettings(`theme:\n${text}\n`);
  expect(faults[0]?.message).toMatch(told);
});
