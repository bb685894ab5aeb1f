/** The licence texts of what a built site ships of other projects. */
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** Packages whose code or fonts are among the files of a site, what of them, and which one needs them. */
const shipped = [
  ['pagefind', 'the search: pagefind/'],
  ['katex', 'styles and fonts of formulas: _astro/, math/'],
  ['@fontsource/inter', 'the typeface of the interface: fonts/'],
  ['opencc-js', 'traditional and simplified characters: search/simplified.bin'],
  ['d3-force', 'the layout of graphs, in a script'],
  ['d3-dispatch', 'used by d3-force', 'd3-force'],
  ['d3-quadtree', 'used by d3-force', 'd3-force'],
  ['d3-timer', 'used by d3-force', 'd3-force'],
  ['supermemo', 'the dates of flashcards, in a script'],
] as const;

/** The file in the site. */
export const licensesFile = 'licenses.txt';

/** The content of `licenses.txt`. @throws Error for a package without a licence text. */
export async function licenseTexts(): Promise<string> {
  const parts = await Promise.all(
    shipped.map(async ([name, use, owner]) => {
      const from = owner === undefined ? import.meta.url : import.meta.resolve(owner);
      const description = findPackageJSON(name, from);
      if (!description) throw new Error(`The package ${name} is not installed.`);
      const { version } = JSON.parse(await readFile(description, 'utf8'));
      const text = await licenseIn(dirname(description));
      return `${name} ${version}: ${use}\n\n${text.trim()}\n`;
    }),
  );
  return parts.join(`\n${'-'.repeat(72)}\n\n`);
}

/** Pagefind keeps its licence in a folder of that name. */
async function licenseIn(folder: string): Promise<string> {
  const file = join(folder, 'LICENSE');
  return readFile(file, 'utf8').catch(() => readFile(join(file, 'LICENSE'), 'utf8'));
}
