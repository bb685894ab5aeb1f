/** At 400 % no stop of the keyboard is hidden. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { goTo, settled } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { tabStops } from './tab-stops.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ reducedMotion: 'reduce' });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

test.each(['/systems/kafka/', '/mit/6.824/gfs/'])(
  'no stop of the keyboard on %s hides behind what stays in view',
  async (path) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await goTo(page, site.origin + path);
    await page.evaluate(() => localStorage.setItem('previews', 'off'));
    await page.reload();
    await settled(page);
    const stops = await tabStops(page, hiddenStop, { most: 150 });
    expect(stops).toHaveLength(150);
    expect(stops.filter((stop) => stop !== '')).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  },
);

/** Where the focus is, if nothing of it can be seen; else ''. */
function hiddenStop(): string {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return '';
  const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
  const seen = [...stop.getClientRects()].some((rect) => {
    const [left, right] = [Math.max(0, rect.left), Math.min(innerWidth, rect.right)];
    const [top, bottom] = [Math.max(0, rect.top), Math.min(innerHeight, rect.bottom)];
    return parts.some((x) =>
      parts.some((y) => {
        const over = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return over !== null && (stop.contains(over) || over.contains(stop));
      }),
    );
  });
  return seen ? '' : stop.outerHTML.slice(0, 120);
}
