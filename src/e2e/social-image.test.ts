/** The pictures that pages name for other sites, in the built files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { beforeAll, expect, test } from 'vitest';
import { site } from '../settings/site.ts';

const dist = process.env['GARDEN_SITE'] ?? 'dist';

interface Head {
  readonly path: string;
  /** The page's `<meta>` elements by name or property. */
  readonly meta: Readonly<Record<string, string>>;
}

let heads: readonly Head[] = [];

beforeAll(async () => {
  const files = await readdir(dist, { recursive: true });
  const pages = files.filter((path) => path.endsWith('.html'));
  const read = await Promise.all(pages.map(readHead));
  heads = read.filter(({ meta }) => meta['og:title'] !== undefined);
});

async function readHead(path: string): Promise<Head> {
  const html = await readFile(join(dist, path), 'utf8');
  const elements = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return {
    path: path.replaceAll('\\', '/'),
    meta: Object.fromEntries([...elements].map(([, name = '', content = '']) => [name, content])),
  };
}

/** The file of the site that a head names. */
function pictureOf({ meta }: Head): string {
  return decodeURI((meta['og:image'] ?? '').slice(site.url.length));
}

test('every page has Open Graph metadata with an existing picture', async () => {
  expect(heads.length).toBeGreaterThan(90);
  for (const head of heads) {
    const { meta, path } = head;
    expect(meta['og:image'], path).toMatch(site.url);
    const { width, height } = imageSize(await readFile(join(dist, pictureOf(head))));
    const size = [meta['og:image:width'] ?? `${width}`, meta['og:image:height'] ?? `${height}`];
    expect(size, path).toEqual([`${width}`, `${height}`]);
    expect(meta['twitter:card'], path).toBe('summary_large_image');
    expect(meta['og:site_name'], path).toBe(site.title);
    expect(meta['og:description'], path).not.toBe('');
  }
});

test('a note has a picture of its own, and other pages the garden’s', () => {
  const named = Object.fromEntries(heads.map((head) => [head.path, head]));
  const kafka = named['systems/kafka/index.html'];
  expect(kafka?.meta).toMatchObject({
    'og:type': 'article',
    'og:title': 'Kafka',
    'og:url': `${site.url}/systems/kafka/`,
    'og:locale': 'en',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Kafka',
  });
  expect(kafka && pictureOf(kafka)).toMatch(/^\/social\/[0-9a-f]{20}\.png$/);
  for (const path of ['index.html', 'tags/index.html', 'graph/index.html']) {
    const head = named[path];
    expect(head && pictureOf(head), path).toBe('/social/garden.png');
    expect(head?.meta['og:type'], path).toBe('website');
  }
});

test('no two notes share a picture, and every picture is used by a page', async () => {
  const drawn = await readdir(join(dist, 'social'));
  const named = heads.map(pictureOf).filter((path) => path.startsWith('/social/'));
  expect([...new Set(named)].sort()).toEqual(drawn.map((name) => `/social/${name}`).sort());
  const notes = named.filter((path) => path !== '/social/garden.png');
  expect(new Set(notes).size).toBe(notes.length);
});
