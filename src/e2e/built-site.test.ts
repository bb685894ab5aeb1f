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

test('the garden and its journals have a feed of each kind, a tag has one', async () => {
  const files = await readdir(dist, { recursive: true });
  const feeds = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /feed\.\w+$/.test(file));
  const ofTags = feeds.filter((file) => file.startsWith('tags/'));
  expect(ofTags).toContain('tags/batch/feed.xml');
  expect(ofTags.filter((file) => !file.endsWith('.xml'))).toEqual([]);
  expect(feeds.filter((file) => !ofTags.includes(file)).sort()).toEqual([
    'feed.json',
    'feed.xml',
    'journals/feed.json',
    'journals/feed.xml',
  ]);
  for (const [page, count] of [
    ['index.html', 2],
    ['journals/index.html', 2],
    ['tags/batch/index.html', 1],
  ] as const) {
    const html = await readFile(join(dist, page), 'utf8');
    const named = [
      ...html.matchAll(/rel="alternate" type="application\/(?:atom|feed)[^>]*href="([^"]+)"/g),
    ];
    const own = named.filter(
      ([, address]) =>
        page === 'index.html' || (address !== '/feed.xml' && address !== '/feed.json'),
    );
    expect(own).toHaveLength(count);
    for (const [, address = ''] of named) expect(files).toContain(address.slice(1));
  }
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
