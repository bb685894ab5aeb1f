import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longest } from './longest-first.ts';

test('every part of a path names exactly one test file', () => {
  const files = globSync('{src,scripts}/**/*.test.ts').map((path) => path.replaceAll('\\', '/'));
  const counts = longest.map((part) => [part, files.filter((path) => path.includes(part)).length]);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
});
