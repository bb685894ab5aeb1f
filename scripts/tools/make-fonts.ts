/**
 * Makes the four files of the font that every page is served with, out of @fontsource-variable/inter:
 * the characters that nearly every page has, a few signs of units, money and rights, the accented letters
 * and the quotes of European languages, and the capitals and signs that few pages have.
 *
 *   node scripts/tools/make-fonts.ts
 *
 * Run it when the font or the choice of characters changes; src/site/styles/base.css names the same ranges,
 * and the goldens of the diagrams are measured with these files.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { writeBytes } from '../../src/system/disk.ts';

const usual = `${charactersFrom(0x20, 0x7e)}\u00a0§·×–—‘’“”•…←↑→↓−`;
const marks = '£¥©®°±²³½€™';
const accented = `«»‚„ÄÉÖÜ${charactersFrom(0xdf, 0xf6)}${charactersFrom(0xf8, 0xff)}`;
const rest = [...charactersFrom(0xa1, 0xff), ...'ıŒœ‹›'].filter((character) => {
  return !`${usual}${marks}${accented}`.includes(character);
});

const whole = await readFile(
  new URL(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')),
);
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 } },
  keepFeatures: ['kern', 'tnum'],
  noHinting: true,
  // What editors of fonts read. Browsers refuse a font without names.
  dropTables: ['STAT'],
} as const;

for (const [name, characters] of [
  ['inter-text', usual],
  ['inter-marks', marks],
  ['inter-accents', accented],
  ['inter-signs', rest.join('')],
] as const) {
  const font = await subsetFont(whole, characters, options);
  const location = fileURLToPath(new URL(`../../public/fonts/${name}.woff2`, import.meta.url));
  await writeBytes(location, font);
  console.log(`${name}.woff2: ${[...characters].length} characters, ${font.length} bytes`);
}

function charactersFrom(first: number, last: number): string {
  const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return String.fromCodePoint(...codes);
}
