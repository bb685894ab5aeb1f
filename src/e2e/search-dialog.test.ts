/** Search as a reader uses it: keys, names, filters, addresses, marks, in a real browser. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;
let input: Locator;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
  input = page.locator('.search-panel input');
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

async function openNote(): Promise<void> {
  await page.goto(`${site.origin}/papers/slim/`);
}

/** Opens the dialog over a short note. */
async function openDialog(): Promise<void> {
  await openNote();
  await page.keyboard.press('Control+k');
  await input.waitFor();
}

async function resultsOf(query: string): Promise<Locator> {
  const list = page.locator(
    `[data-search-results][data-state="done"][data-query=${JSON.stringify(query)}]`,
  );
  await list.waitFor({ state: 'attached' });
  return list;
}

async function type(query: string): Promise<Locator> {
  await input.fill(query);
  return resultsOf(query);
}

function permalinks(list: Locator): Promise<string[]> {
  return list
    .locator('[data-permalink]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-permalink') ?? ''));
}

function path(): string {
  return decodeURI(new URL(page.url()).pathname);
}

test('Ctrl+K and / open the dialog with the cursor in its field, Escape closes it', async () => {
  await openNote();
  for (const key of ['Control+k', '/']) {
    await page.keyboard.press(key);
    await page.locator('dialog.search-dialog[open]').waitFor();
    await expect.poll(() => input.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await input.inputValue(), key).toBe('');
    await page.keyboard.press('Escape');
    await page.locator('dialog.search-dialog[open]').waitFor({ state: 'detached' });
  }
});

test('Enter opens a note by its name, whatever its rank', async () => {
  await openDialog();
  await type('zookeeper');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/systems/zookeeper/');
});

test('a result that has the focus keeps it when results of further letters arrive', async () => {
  await openDialog();
  await type('zookeepe');
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  expect(await focused()).toContain('/systems/zookeeper/');
  await input.evaluate((field: HTMLInputElement) => {
    field.value = 'zookeeper';
    field.dispatchEvent(new Event('input'));
  });
  await resultsOf('zookeeper');
  expect(await focused()).toContain('/systems/zookeeper/');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/systems/zookeeper/**');
});

test('Enter opens the best text where a name only resembles what was typed', async () => {
  await openDialog();
  const list = await type('ephemeral');
  const [best = ''] = await permalinks(list);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${encodeURI(best)}**`);
  expect(path()).toBe('/systems/zookeeper/');
});

test('arrows walk through the results, and a letter goes on with the query', async () => {
  await openDialog();
  await type('脑裂');
  const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('A');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('INPUT');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('A');
  await page.keyboard.press('x');
  expect(await input.inputValue()).toBe('脑裂x');
});

test('Ctrl+Enter opens a new tab and leaves the dialog', async () => {
  await openDialog();
  await type('zookeeper');
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  const tab = await opened;
  await tab.waitForURL('**/systems/zookeeper/');
  await tab.close();
  expect(await page.locator('dialog.search-dialog[open]').count()).toBe(1);
  expect(path()).toBe('/papers/slim/');
});

test('an input method composes without searches, and its Enter opens nothing', async () => {
  await openDialog();
  await type('zookeeper');
  await input.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  await input.fill('');
  const client = await page.context().newCDPSession(page);
  const composition = { text: 'nao lie', selectionStart: 7, selectionEnd: 7 };
  await client.send('Input.imeSetComposition', composition);
  await page.waitForTimeout(400);
  expect(await page.locator('[data-search-results]').getAttribute('data-query')).toBe('zookeeper');
  await client.send('Input.insertText', { text: '脑裂' });
  expect(await permalinks(await resultsOf('脑裂'))).toContain('/脑裂/');
  expect(path()).toBe('/papers/slim/');
});

test('filters narrow the results and stay in the address', async () => {
  await page.goto(`${site.origin}/search/`);
  const all = await permalinks(await type('raft'));
  await page.locator('.search-filters summary').click();
  await page.locator('select[name="lang"] option[value="en"]').waitFor({ state: 'attached' });
  await page.locator('select[name="lang"]').selectOption('en');
  await expect
    .poll(async () => (await permalinks(await resultsOf('raft'))).length)
    .not.toBe(all.length);
  const english = await permalinks(await resultsOf('raft'));
  expect(all).toEqual(expect.arrayContaining(english));
  await page.reload();
  expect(await permalinks(await resultsOf('raft'))).toEqual(english);
  expect(await page.locator('select[name="lang"]').inputValue()).toBe('en');
});

test.each([
  ['kind', 'journal', /^\/journals\//],
  ['kind', 'note', /^\/(?!journals\/)/],
])('only pages of the %s %s are found where that is chosen', async (name, value, address) => {
  await page.goto(`${site.origin}/search/?q=raft&${name}=${value}`);
  const found = await permalinks(await resultsOf('raft'));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((permalink) => !address.test(permalink))).toEqual([]);
});

test('a tag narrows the results to the notes that have it', async () => {
  await page.goto(`${site.origin}/search/?q=raft`);
  const all = await permalinks(await resultsOf('raft'));
  await page.locator('.search-filters summary').click();
  const tags = page.locator('select[name="tag"] option:not([value=""])');
  await tags.first().waitFor({ state: 'attached' });
  const tag = (await tags.first().getAttribute('value')) ?? '';
  await page.locator('select[name="tag"]').selectOption(tag);
  await page.waitForURL(/[?&]tag=/);
  await expect
    .poll(async () => (await permalinks(await resultsOf('raft'))).length)
    .toBeLessThan(all.length);
});

test('back and forward go through the queries', async () => {
  await page.goto(`${site.origin}/search/?q=raft`);
  await resultsOf('raft');
  await type('paxos');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=paxos/);
  await page.goBack();
  await resultsOf('raft');
  expect(await input.inputValue()).toBe('raft');
  await page.goForward();
  await resultsOf('paxos');
  expect(await input.inputValue()).toBe('paxos');
});

test('searches with an opened result are offered again until the reader clears them', async () => {
  await openDialog();
  await type('zookeeper');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/systems/zookeeper/');
  await page.keyboard.press('Control+k');
  await input.waitFor();
  const again = page.locator('.search-again');
  await expect.poll(() => again.allInnerTexts()).toEqual(['zookeeper']);
  await again.click();
  await resultsOf('zookeeper');
  await input.fill('');
  await page.locator('.search-clear').click();
  expect(await again.count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('searches'))).toBeNull();
});

test('a search without results says so and offers the nearest names', async () => {
  await openDialog();
  const list = await type('zookeeeeperish');
  expect(await permalinks(list)).toEqual([]);
  expect(await page.locator('.search-status').innerText()).toContain('zookeeeeperish');
  expect(await page.locator('.search-nearest a').allInnerTexts()).toContain('ZooKeeper');
});

test('a result opens at its place with the query marked, and the address stays clean', async () => {
  await openDialog();
  const list = await type('脑裂');
  const place = list.locator('[data-permalink="/脑裂/"] .search-section').first();
  expect(await place.locator('mark').allInnerTexts()).toContain('脑裂');
  await place.click();
  await page.waitForURL((url) => decodeURI(url.pathname) === '/脑裂/');
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String));
  await expect.poll(marked).toContain('脑裂');
  expect(new Set(await marked())).toEqual(new Set(['脑裂']));
  expect(new URL(page.url()).search).toBe('');
});

test('a place below a heading is linked by the anchor of that heading', async () => {
  await openDialog();
  const list = await type('选举');
  const hrefs = await list
    .locator('.search-section')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const href = hrefs.find((link) => link.includes('#')) ?? '';
  await page.goto(new URL(href, site.origin).href);
  const target = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.evaluate((id) => document.getElementById(id)?.tagName, target)).toMatch(
    /^(?:H[1-6]|LI|P|DIV)$/,
  );
});
