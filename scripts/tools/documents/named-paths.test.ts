import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { namedPaths } from './named-paths.ts';

const documents = async () => [
  'src/README.md',
  '.github/CONTRIBUTING.md',
  ...(await readdir('src/decisions')).map((name) => `src/decisions/${name}`),
];

test('every file and folder that a document for contributors names is there', async () => {
  const missing: string[] = [];
  for (const document of await documents()) {
    const paths = namedPaths(await readFile(document, 'utf8'), 'src/');
    missing.push(
      ...paths.filter((path) => !existsSync(path)).map((path) => `${document}: ${path}`),
    );
  }
  expect(missing).toEqual([]);
});

test('paths are found in code spans, and nothing else', () => {
  const text =
    'See `garden/parse/` and `src/site/[...slug].astro`, `npm run x`, `a`, not garden/x.';
  expect(namedPaths(text, 'src/')).toEqual(['src/garden/parse/', 'src/site/[...slug].astro']);
});
