/** Reading without a network, below a base, with the worker that a browser really runs. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listFiles } from '../system/disk.ts';
import { goTo } from './go-to.ts';
import { copyOfGarden, type OwnGarden, withSettings } from './own-garden.ts';
import { openSite, type TestSite } from './site.ts';
import {
  walkedBase as base,
  walkedEnvironment,
  walkedGarden,
  walkedHosts,
} from './walked-garden.ts';

let garden: OwnGarden;
let site: TestSite;
let page: Page;

beforeAll(async () => {
  garden = await copyOfGarden((await walkedGarden()).folder);
  await makeOld(garden.site);
  site = await openSite(
    { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
    { outDir: garden.site, base },
  );
  await site.context.route(walkedHosts, (route) => {
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  page = await site.page();
  await read('harbour/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await vi.waitUntil(async () => (await kept('made')).some((path) => path.includes('zoom')), {
    timeout: 60_000,
  });
});
afterAll(async () => {
  await site.close();
  await garden.remove();
});
beforeEach(async () => {
  await page.close();
  await site.context.setOffline(false);
  page = await site.page();
  await page.goto(`${site.origin}${base}robots.txt`);
});
afterEach(() => {
  // Without a network requests fail, and Chromium says so.
  site.problems();
});

/** Gives a stylesheet of all pages the name that an earlier version of the code would have given it. */
async function makeOld(folder: string): Promise<void> {
  const [made = ''] = (await readdir(join(folder, '_astro'))).filter((name) =>
    /^Base\..*\.css$/u.test(name),
  );
  const old = made.replace('Base.', 'Base.old-');
  await rename(join(folder, '_astro', made), join(folder, '_astro', old));
  for (const { path, location } of await listFiles(folder)) {
    if (!path.endsWith('.html')) continue;
    await writeFile(location, (await readFile(location, 'utf8')).replaceAll(made, old));
  }
}

async function read(path: string): Promise<void> {
  await goTo(page, `${site.origin}${base}${path}`);
}

/** Addresses below the base in one of the stores. */
function kept(store: string): Promise<string[]> {
  return page.evaluate(
    async ([name = '', prefix = '']) => {
      const cache = await caches.open(`garden ${prefix} ${name}`);
      const requests = await cache.keys();
      return requests.map(({ url }) => decodeURI(new URL(url).pathname).slice(prefix.length));
    },
    [store, base],
  );
}

test('the page that registered the worker is cached with its styles, scripts and fonts', async () => {
  await site.context.setOffline(true);
  await read('harbour/');
  expect(await page.locator('h1').innerText()).toBe('Harbour');
  // On a busy machine the page is shown without a font that comes late.
  const font = await page.evaluate(() =>
    document.fonts.load('1rem Inter').then(
      (faces) => faces.length > 0,
      () => false,
    ),
  );
  const width = await page.locator('figure.diagram svg').evaluate((svg) => svg.clientWidth);
  const picture = page.locator('.prose img').first();
  const drawn = await picture.evaluate(
    (img) => img instanceof HTMLImageElement && img.naturalWidth,
  );
  expect({ font, wide: width > 100, drawn }).toEqual({ font: true, wide: true, drawn: 24 });
});

test('what a script fetches later works, too: the diagram opens, the choices open', async () => {
  await site.context.setOffline(true);
  await read('harbour/');
  await page.locator('.diagram-enlarge').click();
  await page.locator('.diagram-dialog .diagram-pane > svg').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('dialog.dialog h2').waitFor();
});

test('a page that was not read gives way to a list of those that were', async () => {
  await read('潮汐/');
  await site.context.setOffline(true);
  await read('lighthouse/');
  expect(await page.locator('h1').innerText()).toBe('You are offline');
  const links = page.locator('.kept-pages a');
  await links.first().waitFor();
  expect(await links.allInnerTexts()).toEqual(['潮汐', 'Harbour']);
  expect(await links.first().getAttribute('lang')).toBe('zh');
  await links.last().click();
  await page.locator('h1', { hasText: 'Harbour' }).waitFor();
});

test('the reader’s language is kept on the page that says so', async () => {
  await page.evaluate(() => localStorage.setItem('ui', 'zh'));
  await site.context.setOffline(true);
  await read('lighthouse/');
  await page.locator('h1', { hasText: '当前离线' }).waitFor();
  await page.evaluate(() => localStorage.clear());
});

test('a preview of a kept page opens, and a search that was made once finds again', async () => {
  await read('harbour/');
  const search = async () => {
    await page.keyboard.press('Control+k');
    await page.locator('.search-panel input').fill('depth');
    const results = page.locator('[data-search-results][data-state="done"][data-query="depth"]');
    await results.locator('[data-permalink="/harbour/"]').waitFor();
    await page.locator('.search-close').click();
  };
  await search();
  await site.context.setOffline(true);
  await read('harbour/');
  await search();
  await page.locator('.prose a[href$="/%E6%BD%AE%E6%B1%90/"]').first().hover();
  await page.locator('.preview h1', { hasText: '潮汐' }).waitFor();
});

test('neither errors nor redirects nor parts of files are kept', async () => {
  await read('no-such-note/');
  await page.evaluate(async (root) => {
    await fetch(`${root}harbour`).catch(() => null);
    await fetch(`${root}fonts/inter-text.woff2`, { headers: { range: 'bytes=0-9' } });
  }, base);
  expect(await kept('pages')).not.toContain('no-such-note/');
  expect((await kept('files')).filter((path) => path === 'harbour')).toEqual([]);
  const font = await page.evaluate(async (root) => {
    const response = await caches.match(`${root}fonts/inter-text.woff2`);
    return (await response?.arrayBuffer())?.byteLength ?? 0;
  }, base);
  expect(font).toBeGreaterThan(10_000);
});

test('with a network a page is the newest, and files of a new build replace the old ones', async () => {
  await read('harbour/');
  const before = (await kept('made')).filter((path) => path.includes('Base.'));
  await garden.edit('notes/obsidian/Harbour.md', (text) => text.replace('Boats', 'Ships'));
  await garden.build(walkedEnvironment);
  await read('harbour/');
  expect(await page.locator('.prose p').first().innerText()).toContain('Ships');
  await read('潮汐/');
  await expect
    .poll(async () => (await kept('made')).filter((path) => before.includes(path)).length)
    .toBeLessThan(before.length);
  await site.context.setOffline(true);
  await read('harbour/');
  expect(await page.locator('.prose p').first().innerText()).toContain('Ships');
});

test('switched off again, it removes itself and its caches', async () => {
  const compiled = () => listFiles(join(garden.folder, '.cache/site/renderers'));
  const before = await compiled();
  await garden.edit('notes/garden.yaml', withSettings({ offline: false }));
  await garden.build(walkedEnvironment);
  // The pages' code is compiled for all settings.
  expect(await compiled()).toEqual(before);
  await page.evaluate(() => caches.open('another program of this host'));
  await read('harbour/');
  const left = () =>
    page.evaluate(async () => {
      const workers = await navigator.serviceWorker.getRegistrations();
      return { workers: workers.length, stores: await caches.keys() };
    });
  await expect.poll(left).toEqual({ workers: 0, stores: ['another program of this host'] });
  await site.context.setOffline(true);
  await expect(read('harbour/')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
});
