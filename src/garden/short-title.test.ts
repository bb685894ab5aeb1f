import { expect, test } from 'vitest';
import { shortTitle } from './short-title.ts';

test.each([
  ['mit/6.824', ['mit'], '6.824'],
  ['a/b/c', ['a', 'b'], 'c'],
  ['Mon, 2026/03/02', [], 'Mon, 2026/03/02'],
  ['TCP/IP', ['Networks'], 'TCP/IP'],
  ['/etc', [], 'etc'],
  ['mit/', ['mit'], ''],
])('%s below %j is %s', (title, ancestors, short) => {
  expect(shortTitle(title, ancestors)).toBe(short);
});
