import { expect, test } from 'vitest';
import { nearName } from './near-name.ts';

test.each([
  ['journals/2026-03-02', 'Mon, 2026/03/02', [], '2026-03-02'],
  ['mit/6.824', 'mit/6.824', ['mit'], '6.824'],
  ['tcp/ip', 'TCP/IP', ['Networks'], 'TCP/IP'],
  ['journals/about', 'Journals/about', ['Journals'], 'about'],
])('%s, called %s, is drawn as %4$s', (id, title, ancestors, name) => {
  expect(nearName({ id, title, ancestors })).toBe(name);
});
