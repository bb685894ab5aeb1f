/** The page of flashcards: a list to read without a script, and a review that the browser remembers. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { goTo, settled } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
  await goTo(page, `${site.origin}/_flashcards/`);
});
afterEach(() => expect(site.problems()).toEqual([]));

const current = () => page.locator('.flashcard.is-current');
const status = () => page.locator('.review [role="status"]').innerText();

async function count(): Promise<number> {
  return Number.parseInt((await status()).replace(/\D+/g, ''), 10);
}

test('the navigation leads to the cards, each with its answer folded and its note', async () => {
  expect(await page.locator('.site-nav a[href="/_flashcards/"]').count()).toBe(1);
  const cards = await page.locator('.flashcard').count();
  expect(await count()).toBe(cards);
  expect(await page.locator('.flashcard details[open]').count()).toBe(0);
  expect(await page.locator('.flashcard .card-note a').count()).toBe(cards);
});

test('keys show an answer and rate it, and the card is not due after a reload', async () => {
  const before = await count();
  await page.locator('.review .primary').focus();
  await page.keyboard.press('Enter');
  await current().waitFor();
  expect(await page.locator('.flashcard:visible').count()).toBe(1);
  await page.keyboard.press('Space');
  await page.locator('.review .button').nth(2).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('3');
  await expect.poll(count).toBe(before - 1);
  await page.keyboard.press('Escape');
  await page.reload();
  await settled(page);
  expect(await count()).toBe(before - 1);
});

test('what was not known is asked again, and all dates can be forgotten', async () => {
  const before = await count();
  await page.locator('.review .primary').click();
  await current().locator('summary').click();
  await page.locator('.review .button').first().click();
  expect(await count()).toBe(before);
  await page.keyboard.press('Escape');
  await page.locator('.review .quiet-button').click();
  expect(await count()).toBe(before);
  expect(await page.evaluate(() => localStorage.getItem('flashcards'))).toBe('{}');
});

test('without a script the cards are a list whose answers unfold', async () => {
  const plain = await openSite({ javaScriptEnabled: false });
  const bare = await plain.page();
  await bare.goto(`${plain.origin}/_flashcards/`);
  expect(await bare.locator('.review').isVisible()).toBe(false);
  const first = bare.locator('.flashcard').first();
  await first.locator('summary').click();
  expect(await first.locator('details .prose').isVisible()).toBe(true);
  await plain.close();
});
