/** What an owner sets in `garden.yaml` and in the environment: a base, comments, a count of visits. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkSite } from '../check/check-site.ts';
import { decodeText, listFiles, readBytes } from '../system/disk.ts';
import { violationsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import type { OwnGarden } from './own-garden.ts';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedHosts as hosts, walkedGarden } from './walked-garden.ts';

let garden: OwnGarden;
let site: TestSite;
let page: Page;
/** Requests to the hosts that the owner named; none leaves this machine. */
let asked: Request[];

beforeAll(async () => {
  garden = await walkedGarden();
  site = await openSite(
    { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
    { outDir: garden.site, base },
  );
  await site.context.route(hosts, (route) => {
    asked.push(route.request());
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
});
afterAll(() => site.close());
beforeEach(async () => {
  asked = [];
  page = await site.samePage();
  await page.goto(`${site.origin}${base}robots.txt`);
});
afterEach(async () => {
  expect(problems()).toEqual([]);
});

/** What went wrong, but for requests to the hosts that the owner named. */
function problems(): readonly string[] {
  return site.problems().filter((problem) => !hosts.test(problem.replace(/^request.*?: /, '')));
}

function open(path: string): Promise<unknown> {
  return goTo(page, `${site.origin}${base}${path}`);
}

/** Keys work as soon as the page's script shows the settings. */
async function chooseDark(): Promise<void> {
  await page.locator('.settings:not([hidden])').first().waitFor({ state: 'attached' });
  await page.keyboard.press('t');
  await page.locator('html[data-theme="dark"]').waitFor();
}

test('every page permits the hosts that the owner names, and those of comments and visits', async () => {
  for (const page of ['index.html', 'harbour/index.html', 'search/index.html']) {
    const html = await readFile(join(garden.site, page), 'utf8');
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/iu.exec(html)?.[1] ?? '';
    const script = policy.split('; ').find((directive) => directive.startsWith('script-src'));
    for (const host of ['https://giscus.app', 'https://count.example', 'https://cdn.example']) {
      expect(script).toContain(` ${host}`);
    }
    expect(policy).toMatch(/connect-src [^;]*https:\/\/api\.example/u);
  }
});

test('below a base no link is dead', async () => {
  const { pages, links, faults } = await checkSite(garden.site, base);
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(15);
  expect(links).toBeGreaterThan(150);
});

test('below a base no file names an address outside of it', async () => {
  const outside: string[] = [];
  for (const { path, location } of await listFiles(garden.site)) {
    const { text } = decodeText(await readBytes(location));
    for (const address of addressesIn(path, text)) {
      if (!address.startsWith(base)) outside.push(`${path}: ${address}`);
    }
  }
  expect(outside).toEqual([]);
});

test('the base is in what other programs read', async () => {
  const read = (path: string) => readFile(join(garden.site, path), 'utf8');
  const rules = /<script type="speculationrules">(.*?)<\/script>/.exec(
    await read('harbour/index.html'),
  );
  expect(JSON.parse(rules?.[1] ?? '')).toMatchObject({
    prefetch: [{ where: { href_matches: '/garden/*' } }],
  });
  expect(await read('robots.txt')).toContain('Sitemap: https://garden.example/garden/sitemap.xml');
  expect(await read('port/index.html')).toContain('content="0;url=/garden/harbour/"');
  expect(JSON.parse(await read('random.json'))).toContain('/garden/harbour/');
});

test('below a base search opens what it finds, and links show their notes', async () => {
  await open('lighthouse/');
  await page.locator('.prose a', { hasText: 'Harbour' }).hover();
  await page.locator('.preview h1', { hasText: 'Harbour' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.locator('.search-panel input').fill('depth');
  // The texts of pages share files here.
  await page.locator('[data-permalink="/harbour/"] mark').first().waitFor();
  await page.locator('[data-permalink="/harbour/"] .search-title').click();
  await page.waitForURL(`**${base}harbour/**`);
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.waitForURL(`**${base}journals/`);
});

test('below a base an old name leads on, and a missing page leads back', async () => {
  await open('port/');
  await page.waitForURL(`**${base}harbour/`);
  await open('old/Harbour/');
  await page.locator('[data-near-pages] a', { hasText: 'Harbour' }).first().click();
  await page.waitForURL(`**${base}harbour/`);
  await open('nothing/');
  await page.locator('main a', { hasText: 'Home' }).click();
  await page.waitForURL(`${site.origin}${base}`);
  const notFound = expect.stringContaining('404');
  expect(problems()).toEqual([notFound, notFound]);
});

test('visits are counted by the owner’s script and its attributes', async () => {
  await open('harbour/');
  const script = page.locator('script[src^="https://count.example"]');
  expect(await script.evaluate((tag) => ({ ...tag.dataset }))).toEqual({ domain: 'ada.example' });
  expect(await script.getAttribute('async')).toBe('');
  expect(asked.map((request) => request.url())).toEqual(['https://count.example/script.js']);
});

test('comments are requested when a reader scrolls near, in their theme and language', async () => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await open('harbour/');
  await chooseDark();
  expect(asked.filter((request) => request.url().includes('giscus'))).toEqual([]);
  await page.locator('.comments').scrollIntoViewIfNeeded();
  const script = page.locator('.comments script');
  await script.waitFor({ state: 'attached' });
  expect(await script.getAttribute('src')).toBe('https://giscus.app/client.js');
  expect(await script.evaluate((tag) => ({ ...tag.dataset }))).toMatchObject({
    repo: 'ada/garden',
    repoId: 'R_1',
    category: 'Notes',
    categoryId: 'C_2',
    mapping: 'pathname',
    theme: 'dark',
    lang: 'en',
    loading: 'lazy',
  });
  await expect
    .poll(() => asked.map((request) => request.url()))
    .toEqual(['https://count.example/script.js', 'https://giscus.app/client.js']);
});

test('comments that are shown follow the reader’s theme', async () => {
  await open('harbour/');
  await page.locator('.comments').scrollIntoViewIfNeeded();
  await page.locator('.comments script').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.className = 'giscus-frame';
    frame.srcdoc = '';
    document.querySelector('.comments')?.append(frame);
    const told: unknown[] = [];
    Object.assign(window, { told });
    frame.contentWindow?.addEventListener('message', ({ data }) => told.push(data));
    if (frame.contentWindow) frame.contentWindow.postMessage = (data: unknown) => told.push(data);
  });
  await chooseDark();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'told')))
    .toEqual([{ giscus: { setConfig: { theme: 'dark' } } }]);
});

test('a page with comments is accessible', async () => {
  await open('harbour/');
  expect(await violationsOf(page)).toEqual([]);
});

test('a reference that is nothing but a short link is a target of its own', async () => {
  await open('go/');
  await page.locator('.context-path + .context-place + .prose a').waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

/** Addresses of this host in a file, by what kind of file it is. */
function addressesIn(path: string, text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, address = '']) => address);
  if (path.endsWith('.html')) {
    const attributes = all(/\s(?:href|src|action|poster|data|data-source)="(\/[^"]*)"/g);
    const sets = all(/\ssrcset="([^"]*)"/g).flatMap((set) => set.split(/\s*,\s*/));
    return [...attributes, ...sets, ...all(/url\(['"]?(\/[^)'"]*)/g), ...absolute(text)];
  }
  if (path.endsWith('.css') || path.endsWith('.svg')) return all(/url\(['"]?(\/[^)'"]*)/g);
  if (/^(?:explorer|graph)\/|^random\.json/.test(path)) return all(/"(\/[^"]*)"/g);
  return /\.(?:xml|txt|md)$|^feed\.json/.test(path) ? absolute(text) : [];
}

/** Paths of the addresses that name the site's own host. */
function absolute(text: string): string[] {
  return [...text.matchAll(/https:\/\/garden\.example([^"<)\s]*)/g)].map(([, path = '']) => path);
}
