/** Drawings on real pages: as they were measured, whatever the page's styles are, and never cut unseen. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

vi.setConfig({ testTimeout: 60_000 });

const paths = ['/systems/hdfs/', '/systems/kafka/', '/mit/6.824/gfs/', '/共识/raft/'];

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1440, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});

const themes = ['light', 'dark'] as const;

test.each(paths)('on %s the text of every box is in its middle, in both themes', async (path) => {
  await open(site.origin + path);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    expect(await misplacedLabels(), colorScheme).toEqual([]);
  }
});

test.each(paths)(
  'on %s it is still in its middle when the served font comes too late',
  async (path) => {
    await page.route('**/*.woff2', (route) => route.abort());
    await open(site.origin + path);
    const fonts = await page.evaluate(() =>
      Array.from(document.fonts, ({ family, status }) => `${family}: ${status}`),
    );
    expect(fonts).toContain('Inter: error');
    expect(fonts).not.toContain('Inter: loaded');
    expect(await misplacedLabels()).toEqual([]);
  },
);

test.each(themes)(
  'in the %s theme no class of the page changes a drawing, whatever an author calls a class',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(`${site.origin}/systems/kafka/`);
    const before = await page.evaluate(geometry);
    const count = await page.evaluate(useEveryClass);
    expect(count).toBeGreaterThan(100);
    expect(await page.evaluate(geometry)).toEqual(before);
  },
);

test.each(paths)(
  'on %s a drawing fits whole, or has its own size and scrolls, in windows of all widths',
  async (path) => {
    await open(site.origin + path);
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(cutDrawings), `${width} px`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${width} px`).toBeLessThanOrEqual(0);
    }
  },
);

async function open(address: string): Promise<void> {
  await goTo(page, address);
  await page.evaluate(() => document.fonts.ready);
}

/** Labels that are not in the middle of their boxes. */
async function misplacedLabels() {
  const labels = await page.evaluate(offsets);
  expect(labels.length).toBeGreaterThan(2);
  // Browsers round the widths of glyphs differently.
  return labels.filter(({ x, y }) => Math.abs(x) > 2 || Math.abs(y) > 2);
}

/** How far the middle of each label is from that of its box, in pixels of the screen. */
function offsets(): { text: string; x: number; y: number }[] {
  return [...document.querySelectorAll('.diagram svg g.node')].flatMap((node) => {
    const box = node.querySelector(':scope > rect.label-container');
    const label = node.querySelector('foreignObject div');
    if (!box || !label?.textContent?.trim()) return [];
    const range = document.createRange();
    range.selectNodeContents(label);
    const [outer, inner] = [box.getBoundingClientRect(), range.getBoundingClientRect()];
    const middle = (rect: DOMRect) => [rect.x + rect.width / 2, rect.y + rect.height / 2] as const;
    const [[x1, y1], [x2, y2]] = [middle(outer), middle(inner)];
    return [{ text: label.textContent, x: x2 - x1, y: y2 - y1 }];
  });
}

/** Place, size and look of everything in the drawings. */
function geometry(): string[] {
  return [...document.querySelectorAll('.diagram-scroll > svg *')].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const style = getComputedStyle(part);
    const look = ['color', 'fill', 'font', 'letterSpacing', 'opacity', 'backgroundColor'] as const;
    return [x, y, width, height, ...look.map((name) => style[name])].join(' ');
  });
}

/** Gives all parts of the drawings every class that the page's styles know; answers how many. */
function useEveryClass(): number {
  const classes = new Set<string>();
  for (const sheet of document.styleSheets) {
    const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
    for (const [, name = ''] of text.matchAll(/\.([a-z][\w-]*)/g)) {
      if (!name.startsWith('diagram')) classes.add(name);
    }
  }
  const own = new Set(
    [...document.querySelectorAll('.diagram svg *')].flatMap((part) => [...part.classList]),
  );
  const parts = document.querySelectorAll('.diagram-scroll > svg :is(g, p, div, span, text)');
  // Classes that Mermaid itself styles are not the page's alone.
  const added = [...classes].filter(
    (name) => !own.has(name) && !/^(?:unresolved|private-link|katex)/.test(name),
  );
  for (const part of parts) part.classList.add(...added);
  return added.length;
}

/** Drawings that are shrunk though they scroll, or cut without scrolling. */
function cutDrawings(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.diagram-scroll')].flatMap((area) => {
    const svg = area.querySelector('svg');
    const natural = Number.parseFloat(
      area.parentElement?.style.getPropertyValue('--diagram-width') ?? '',
    );
    if (!svg || !area.checkVisibility()) return [];
    const { width } = svg.getBoundingClientRect();
    const isCut = area.scrollWidth > area.clientWidth + 1;
    const isShrunk = width < natural - 1;
    const fault = isCut ? isShrunk : width < natural * 0.75 - 1;
    return fault ? [`${area.textContent?.slice(0, 40)}: ${width} of ${natural}`] : [];
  });
}
