/**
 * What a page may weigh before a reader does anything: text as Brotli sends it, scripts as hosts do that have
 * gzip only, fonts as they are.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { pageKinds } from './page-kinds.ts';
import { openSite, type TestSite } from './site.ts';

/** Bytes of HTML, styles and fonts. */
const maxView = 50_000;
/** Bytes of scripts. */
const maxScript = 12_000;
/** A page whose content is made by a script. */
const maxScriptOf: Readonly<Record<string, number>> = {
  'search with results': 35_500,
};
/** Pages whose first view is another one than those of their kind have. */
const kinds = { ...pageKinds, 'search before a query': '/search/' };

/** Weights of files by address: most are the same on all pages. */
const weights = new Map<string, number>();

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1440, height: 900 } });
});
afterAll(() => site.close());

test('formulas below the first screen load their fonts when a reader scrolls', async () => {
  const page = await site.page();
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (/\/math\/.*\.woff2$/.test(response.url())) fonts.push(response.url());
  });
  await goTo(page, `${site.origin}/学习/cap-与-pacelc/`);
  expect(fonts).toEqual([]);
  // A busy machine may lose the first turn of the wheel.
  const scrolled = async () => {
    await page.mouse.wheel(0, 200);
    return fonts.length;
  };
  await expect.poll(scrolled, { interval: 500 }).toBeGreaterThan(0);
  await page.close();
});

test.each(Object.entries(kinds))('%s is light', async (kind, path) => {
  const page = await site.samePage();
  const responses: Response[] = [];
  const listener = (response: Response) => responses.push(response);
  page.on('response', listener);
  await goTo(page, site.origin + path);
  page.off('response', listener);
  const weight = { view: 0, script: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    if (!['document', 'stylesheet', 'font', 'script'].includes(type)) continue;
    weight[type === 'script' ? 'script' : 'view'] += await weightOf(response, type);
  }
  // One that the browser refuses weighs as much as one that it takes. Fallbacks are fonts of the machine,
  // which may have none of them.
  const refused =
    "[...document.fonts].filter((f) => f.status === 'error' && !f.family.includes('Fallback')).length";
  expect(await page.evaluate(refused)).toBe(0);
  expect(weight.view).toBeLessThanOrEqual(maxView);
  expect(weight.script).toBeLessThanOrEqual(maxScriptOf[kind] ?? maxScript);
});

/** Bytes of a file as it is sent. */
async function weightOf(response: Response, type: string): Promise<number> {
  const known = weights.get(response.url());
  if (known !== undefined) return known;
  const body = await response.body();
  const { length } =
    type === 'script' ? gzipSync(body) : type === 'font' ? body : brotliCompressSync(body);
  weights.set(response.url(), length);
  return length;
}
