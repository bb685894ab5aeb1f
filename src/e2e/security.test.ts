/** What a page does with markup, addresses and files that would run code. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

vi.setConfig({ testTimeout: 120_000, expect: { poll: { timeout: 10_000 } } });

/** A short note with a drawing. */
const note = '/papers/slim/';
let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1500, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  site.problems();
});

/** Serves a note with markup added to it, as if cleaning had missed it. */
async function openWith(markup: string): Promise<void> {
  await page.route(`**${note}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</article>', `${markup}</article>`);
    await route.fulfill({ response, body });
  });
  await page.goto(site.origin + note, { waitUntil: 'load' });
}

function ran(): Promise<unknown> {
  return page.evaluate(() => Reflect.get(globalThis, 'ran') ?? null);
}

test.each([
  ['a handler', '<img src="/nowhere.png" onerror="globalThis.ran = 1">'],
  ['a script', '<script>globalThis.ran = 1</script>'],
  ['a script of another host', '<script src="https://evil.example/x.js"></script>'],
  ['a script in an address', '<script src="data:text/javascript,globalThis.ran=1"></script>'],
  ['another base', '<base href="https://evil.example/">'],
])('%s in a note does not run', async (_, markup) => {
  await openWith(markup);
  expect(await ran()).toBeNull();
  expect(site.problems().filter((problem) => /Content Security Policy/.test(problem))).toHaveLength(
    1,
  );
});

test('an address that runs code does not run when it is clicked', async () => {
  await openWith('<a id="bad" href="javascript:globalThis.ran = 1">bad</a>');
  await page.click('#bad');
  await expect
    .poll(() => site.problems().some((problem) => /Content Security Policy/.test(problem)))
    .toBe(true);
  expect(await ran()).toBeNull();
});

test('every page and what it does for its reader obeys its policy', async () => {
  for (const path of [
    '/',
    '/systems/kafka/',
    '/graph/',
    '/search/?q=kafka',
    '/journals/',
    '/404.html',
  ]) {
    await goTo(page, site.origin + path);
  }
  await goTo(page, site.origin + note);
  await page.hover('main .prose a[href^="/"]');
  await page.locator('.preview').waitFor();
  await page.keyboard.press('Control+k');
  await page.locator('.search-panel input').fill('zookeeper');
  await page.locator('[data-search-results][data-state="done"] [data-permalink]').first().waitFor();
  expect(site.problems()).toEqual([]);
});

test('a pane of another host is neither asked for nor shown', async () => {
  await page.goto(site.origin + note);
  await page.evaluate(() => localStorage.setItem('panes', 'on'));
  await goTo(page, `${site.origin}${note}?pane=/.//evil.example/&pane=//evil.example/`);
  expect(await page.locator('.pane').count()).toBe(0);
  expect(site.problems().filter((problem) => problem.includes('another host'))).toEqual([]);
});

test.each(['#50%', '#%', '#%E7'])('a page with the fragment %s works whole', async (fragment) => {
  await goTo(page, site.origin + note + fragment);
  await page.locator('.explorer a').first().waitFor();
  await page.hover('main .prose a[href^="/"]');
  await page.locator('.preview').waitFor();
  expect(site.problems()).toEqual([]);
});
