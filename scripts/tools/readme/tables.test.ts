import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fillReadme, replacePart } from './tables.ts';

test('the README tells what the code does: `npm run readme` has nothing to change', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(fillReadme(readme));
});

test('a part is replaced and the rest stays', () => {
  expect(replacePart('a\n<!-- x -->\nold\n<!-- /x -->\nb', 'x', 'new')).toBe(
    'a\n<!-- x -->\nnew\n<!-- /x -->\nb',
  );
});

test('a README without the part is a mistake', () => {
  expect(() => replacePart('a', 'x', 'new')).toThrow('no part called “x”');
});
