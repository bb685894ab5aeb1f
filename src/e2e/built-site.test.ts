/** The built files, read without the engine's help. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSite } from '../check/check-site.ts';

const dist = process.env['GARDEN_SITE'] ?? 'dist';

test('no link inside the site is dead, no id is twice on a page', async () => {
  const { pages, links, faults } = await checkSite(dist, '/');
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(60);
  expect(links).toBeGreaterThan(1000);
});

test('no page asks another host for anything', async () => {
  const files = await readdir(dist, { recursive: true });
  const asking: string[] = [];
  for (const file of files.filter((name) => /\.(?:html|css)$/.test(name))) {
    const text = await readFile(join(dist, file), 'utf8');
    const asks =
      /<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="(?:https?:)?\/\//.test(text) ||
      /<link[^>]*rel="(?:stylesheet|preload|preconnect)"[^>]*href="(?:https?:)?\/\//.test(text) ||
      /@import\s+(?:url\()?['"]?https?:|url\(['"]?https?:/.test(text);
    if (asks) asking.push(file);
  }
  expect(asking).toEqual([]);
});
