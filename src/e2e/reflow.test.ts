/** At 400 % and with wide spacing everything is still there, and nothing scrolls in two directions. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pageKinds } from './page-kinds.ts';
import { openSite, type TestSite } from './site.ts';

/** WCAG 1.4.12: what readers may set. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ reducedMotion: 'reduce' });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.page();
});
afterEach(async () => {
  await page.close();
  expect(site.problems()).toEqual([]);
});

describe.each(Object.entries(pageKinds))('%s', (_, path) => {
  test('fits 320 by 256 pixels, and with wide spacing', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(partsThatStickOut)).toEqual([]);
    await page.addStyleTag({ content: spacing });
    expect(await page.evaluate(partsThatStickOut)).toEqual([]);
    expect(await page.evaluate(textThatIsCut)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.evaluate(partsThatStickOut)).toEqual([]);
    expect(await page.evaluate(textThatIsCut)).toEqual([]);
  });
});

test.each(['/systems/kafka/', '/mit/6.824/gfs/'])(
  'no stop of the keyboard on %s hides behind what stays in view',
  async (path) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    await page.evaluate(() => localStorage.setItem('previews', 'off'));
    await page.reload({ waitUntil: 'networkidle' });
    const hidden: string[] = [];
    for (let step = 0; step < 150; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(hiddenStop);
      if (stop !== '') hidden.push(stop);
    }
    expect(hidden).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  },
);

/** What stands beyond the edge of the window and in no scroller of its own. */
function partsThatStickOut(): string[] {
  const isHeld = (part: Element): boolean => {
    let around: Element | null = part;
    while (around && getComputedStyle(around).overflowX === 'visible')
      around = around.parentElement;
    return around !== null && around !== document.body && around !== document.documentElement;
  };
  const isOutside = (part: Element): boolean => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 0 && (right > innerWidth + 1 || left < -1);
  };
  // The sign beside a heading stands in the margin, and on the smallest windows a little beyond it.
  const parts = [...document.querySelectorAll('body *:not(svg *, .heading-anchor)')];
  const found = parts.filter((part) => isOutside(part) && part.checkVisibility() && !isHeld(part));
  const page =
    document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  return [...page, ...found.map((part) => part.outerHTML.slice(0, 120))].slice(0, 5);
}

/** Boxes that cut off text of theirs, but for what is meant to be heard only. */
function textThatIsCut(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, .katex *)')];
  return boxes
    .filter((box) => {
      const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(box);
      // Excerpts of what a link leads to end where there is no more room.
      if (webkitLineClamp !== 'none') return false;
      if (clipPath !== 'none' || box.innerText?.trim() === '' || !box.checkVisibility())
        return false;
      const isHigh = /hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 2;
      const isWide = /hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 2;
      return box.clientWidth > 1 && (isHigh || isWide);
    })
    .map((box) => box.outerHTML.slice(0, 120))
    .slice(0, 5);
}

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
