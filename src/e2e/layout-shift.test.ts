/** Nothing moves after it was shown: neither by scripts nor by a font that comes late. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

/** After the first paint, and after the scripts of the page have run. */
const fontDelayMs = 700;

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
  await site.context.route(/\.woff2$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, fontDelayMs));
    await route.continue();
  });
  await site.context.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as unknown as Shift;
        const parts = sources.map(({ node }) => (node instanceof Element ? node.outerHTML : ''));
        if (!hadRecentInput) shifts.push([value, parts.map((part) => part.slice(0, 80))]);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
afterAll(() => site.close());

/** How much, and the beginnings of the parts that moved. */
type Moved = readonly [number, readonly string[]];

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

const pages = [1280, 360].flatMap((width) =>
  ['/', '/systems/kafka/', '/journals/2026-11-02/', '/mit/6.824/gfs/', '/学习/cap-与-pacelc/'].map(
    (path) => [width, path] as const,
  ),
);

test.for(pages)(
  'at %i px nothing moves on %s, though its font comes late',
  async ([width, path]) => {
    const page = await site.samePage();
    await page.setViewportSize({ width, height: 900 });
    await goTo(page, site.origin + path);
    await page.waitForTimeout(500);
    const waits = await page.evaluate(() => {
      const loaded = performance.getEntriesByType('resource');
      return loaded.filter(({ name }) => name.endsWith('.woff2')).map(({ duration }) => duration);
    });
    expect(Math.min(...waits)).toBeGreaterThan(fontDelayMs);
    expect(waits).not.toEqual([]);
    const shifts = await page.evaluate<readonly Moved[]>('shifts');
    expect(site.problems()).toEqual([]);
    // Less than a tenth of a pixel of one line is the rounding of a font.
    expect(shifts.filter(([value]) => value > 0.0001)).toEqual([]);
  },
);
