/** Nothing moves after it was shown: neither by scripts nor by a font that comes late. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

/** After the first paint. */
const scriptDelayMs = 300;
/** After the scripts of the page have run. */
const fontDelayMs = 700;

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
  const delays = [
    [/\.woff2$/, fontDelayMs],
    [/\.js$/, scriptDelayMs],
  ] as const;
  for (const [files, delay] of delays) {
    await site.context.route(files, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await route.continue();
    });
  }
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

const notes = [
  ...['/', '/systems/kafka/', '/journals/2026-11-02/', '/mit/6.824/gfs/'],
  '/学习/cap-与-pacelc/',
];
/** Of these a script shows a part. */
const overviews = ['/notes/', '/_folders/', '/_flashcards/', '/search/?q=raft'];

const pages = [
  ...notes.map((path) => [1280, path] as const),
  ...[...notes, ...overviews].map((path) => [360, path] as const),
];

test.for(pages)(
  'at %i px nothing moves on %s, though its scripts and font come late',
  async ([width, path]) => {
    const page = await site.samePage();
    await page.setViewportSize({ width, height: 900 });
    await goTo(page, site.origin + path);
    await page.waitForTimeout(700);
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
