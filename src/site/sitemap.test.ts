import { expect, test } from 'vitest';
import type { NoteSummary, SiteRecord } from '../garden/page.ts';
import { sitemapXml } from './sitemap.ts';

const facts = {
  path: '',
  lang: 'en',
  aliases: [],
  tags: [],
  journal: null,
  created: '',
  modified: '',
  description: '',
  backlinks: 0,
} as const;

function summary(title: string, more: Partial<NoteSummary> = {}): NoteSummary {
  return { ...facts, id: title, title, permalink: `/${title}/`, kind: 'note', ...more };
}

const tag = { name: 'db', title: 'db', permalink: '/tags/db/', count: 1, depth: 0, feeds: '' };

function entry(path: string, day = ''): string {
  const changed = day === '' ? '' : `<lastmod>${day}</lastmod>`;
  return `<url><loc>https://garden.example${path}</loc>${changed}</url>`;
}

test('the sitemap lists overviews, notes and tags, and no ghosts', async () => {
  const notes = [
    summary('kafka', { modified: '2026-11-21T09:30', created: '2026-01-01' }),
    summary('Q&A', { created: '2026-02-03' }),
    summary('潮汐', { created: '2026-31-12' }),
    summary('journals/2026-11-01', { kind: 'journal', journal: '2026-11-01' }),
    summary('unwritten', { kind: 'ghost' }),
  ];
  const xml = await sitemapXml(notes, [tag] as unknown as SiteRecord['tags']);
  expect(xml).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...['/', '/notes/', '/journals/', '/tags/', '/graph/', '/recent/'].map((path) => entry(path)),
      entry('/kafka/', '2026-11-21'),
      entry('/Q&amp;A/', '2026-02-03'),
      entry('/%E6%BD%AE%E6%B1%90/'),
      entry('/journals/2026-11-01/', '2026-11-01'),
      entry('/tags/db/'),
      '</urlset>',
    ].join(''),
  );
});
