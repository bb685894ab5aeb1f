/** What can be pressed is at least 24 px wide and high, unless it is a part of a sentence. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageKinds } from './page-kinds.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Runs in the page: what is smaller, with its size. */
function smallTargets(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, summary, label:has(input), select, input:not([type="hidden"])',
  );
  const blocks = 'p, li, dd, td, h1, h2, h3, h4, blockquote, figcaption';
  const isInSentence = (part: HTMLElement) => {
    if (getComputedStyle(part).display !== 'inline') return false;
    const around = part.closest(blocks)?.textContent?.trim() ?? '';
    return around.length > (part.textContent?.trim().length ?? 0) + 3;
  };
  return (
    [...all]
      .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('svg'))
      .filter((part) => !isInSentence(part))
      // A label is a part of its field's target.
      .filter((part) => !(part instanceof HTMLInputElement && part.labels?.length))
      .map((part) => [part, part.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 1 && height > 1 && Math.min(width, height) < 23.9)
      .map(([part, { width, height }]) => `${part.outerHTML.slice(0, 80)} ${width} × ${height}`)
  );
}

test.each(Object.entries(pageKinds))('%s has no smaller target', async (_, address) => {
  const page = await site.samePage();
  const found: string[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.origin + address, { waitUntil: 'networkidle' });
    found.push(...(await page.evaluate(smallTargets)));
  }
  expect(found).toEqual([]);
});
