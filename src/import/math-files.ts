/**
 * KaTeX's stylesheet and fonts, reduced to what the garden's formulas use. In full they are several
 * fonts of 26 kB on a page; reduced, a page with formulas costs a few kB.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormulaParts } from '../garden/page.ts';
import { digestOf, readTextIfAny, writeBytes, writeIfChanged } from '../system/disk.ts';

const style = 'math/math.css';
const stylesheet = fileURLToPath(import.meta.resolve('katex/dist/katex.min.css'));

/**
 * Writes `math/math.css` and the fonts that it uses below `folder`; nothing without formulas. Returns
 * the names of all its files. The stylesheet keeps its name, so that a new glyph changes no page; the
 * names of the fonts change with their content.
 */
export async function mathFiles(
  pages: readonly FormulaParts[],
  folder: string,
): Promise<readonly string[]> {
  if (pages.length === 0) return [];
  const classes = new Set(pages.flatMap((page) => page.classes));
  const characters = byUse(pages.map((page) => page.characters));
  const variables = byUse(pages.map((page) => page.variables));
  const whole = await readFile(stylesheet, 'utf8');
  const rules = usedRules(whole, classes);
  const start = `/* ${digestOf(whole, JSON.stringify([cut, shares, characters, variables]), rules)} */`;
  const before = await readTextIfAny(join(folder, style));
  if (before?.startsWith(start)) return [style, ...fontsIn(before)];
  const faces = await Promise.all(
    usedFaces(whole, rules).flatMap((face) =>
      partsOf(face, characters, variables).map((part, index, { length }) =>
        cutFace(face, part, length > 1 ? rangesOf(part, index === 0) : ''),
      ),
    ),
  );
  for (const { name, font } of faces) await writeBytes(join(folder, 'math', name), font);
  const css = start + faces.map((face) => face.css).join('') + rules;
  await writeIfChanged(join(folder, style), css);
  return [style, ...fontsIn(css)];
}

/** Shares of the pages with formulas from which on a character is in the first part, in the second. */
const shares = [1 / 7, 1 / 14];

/** The characters of all pages, in parts: first those that many pages have, last those that few have. */
function byUse(pages: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const character of pages.flatMap((text) => [...new Set(text)])) {
    uses.set(character, (uses.get(character) ?? 0) + 1);
  }
  const parts = ['', '', ''];
  for (const [character, count] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const index = shares.filter((share) => count < share * pages.length).length;
    parts[index] += character;
  }
  return parts.filter((part) => part !== '');
}

/** The families whose fonts most formulas need, which come in parts. */
const usual = /KaTeX_(?:Main;font-style:normal|Math;font-style:italic);font-weight:400/;

/**
 * What formulas write in a face, in the parts that a browser asks for one by one. KaTeX writes its variables, and
 * nothing else, in a face of its own.
 */
function partsOf(
  { declarations }: Face,
  characters: readonly string[],
  variables: readonly string[],
): readonly string[] {
  if (!declarations.includes('font-weight:400')) return [[...characters, ...variables].join('')];
  const parts = declarations.includes('KaTeX_Math') ? variables : characters;
  return usual.test(declarations) && parts.length > 0 ? parts : [parts.join('')];
}

function fontsIn(css: string): string[] {
  return [...css.matchAll(/url\(([^)]*)\)/g)].map(([, name = '']) => `math/${name}`);
}

/** Rules of a flat stylesheet (KaTeX's has no nesting) that can match something of these classes. */
function usedRules(css: string, classes: ReadonlySet<string>): string {
  return [...css.replace(/@font-face\{[^}]*\}/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selectors = '', declarations = '']) => {
      const used = selectors.split(',').filter((selector) => {
        const wanted = selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g);
        return [...wanted].every(([, name = '']) => classes.has(name));
      });
      return used.length === 0 ? '' : `${used.join(',')}{${declarations}}`;
    })
    .join('');
}

interface Face {
  /** Its declarations but the source. */
  readonly declarations: string;
  /** Location of the whole font. */
  readonly location: string;
}

/** The font faces whose family a rule uses. */
function usedFaces(css: string, rules: string): Face[] {
  const families = new Set(rules.match(/KaTeX_\w+/g));
  return [...css.matchAll(/@font-face\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const family = face.match(/KaTeX_\w+/)?.[0] ?? '';
    const source = face.match(/url\(([^)]*\.woff2)\)/)?.[1];
    if (!families.has(family) || source === undefined) return [];
    const declarations = face.replace(/;?src:[^;]*/, '');
    return [{ declarations, location: join(dirname(stylesheet), source) }];
  });
}

/** Hints are half of such a font, and only matter on low-resolution screens. */
const cut = { targetFormat: 'woff2', noHinting: true } as const;

async function cutFace({ declarations, location }: Face, characters: string, ranges: string) {
  // To load what cuts fonts takes longer than an import in which no formula is new.
  const { default: subsetFont } = await import('subset-font');
  const font = await subsetFont(await readFile(location), characters, cut);
  const name = `${digestOf(font).slice(0, 12)}.woff2`;
  const range = ranges === '' ? '' : `;unicode-range:${ranges}`;
  return {
    name,
    font,
    css: `@font-face{${declarations};src:url(${name}) format("woff2")${range}}`,
  };
}

/** A browser takes the metrics of lines from the part that a space would be in. */
function rangesOf(characters: string, isFirst: boolean): string {
  return [...(isFirst ? ' ' : ''), ...characters]
    .map((character) => `U+${character.codePointAt(0)?.toString(16) ?? ''}`)
    .join();
}
