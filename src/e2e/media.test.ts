/** On paper, in high contrast and without motion. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { goTo } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

async function open(path: string): Promise<void> {
  await goTo(page, site.origin + path);
}

/** Which of the selectors name something that can be seen. */
function seen(selectors: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.filter((selector) =>
        [...document.querySelectorAll(selector)].some((part) => part.checkVisibility()),
      ),
    [...selectors],
  );
}

describe('on paper', () => {
  beforeEach(() => page.emulateMedia({ media: 'print', colorScheme: 'dark' }));

  test('there is no navigation, and no button', async () => {
    await open('/systems/kafka/');
    const gone = [
      '.site-header',
      '.rail',
      '.site-footer',
      '.skip',
      '.heading-anchor',
      'main button',
    ];
    expect(await seen([...gone, '.diagram-enlarge', '.diagram-source'])).toEqual([]);
    expect(await seen(['h1', '.prose', 'figure.diagram svg'])).toHaveLength(3);
  });

  test('a dark theme prints light, diagrams too', async () => {
    await open('/');
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await open('/systems/kafka/');
    const colors = await page.evaluate(() =>
      ['.prose p', '.prose h2', '.prose code', 'figure.diagram', 'pre'].map((selector) => {
        const part = document.querySelector(selector);
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        if (!part || !canvas) return 255;
        canvas.fillStyle = getComputedStyle(part).color;
        canvas.fillRect(0, 0, 1, 1);
        return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
      }),
    );
    expect(colors.filter((brightest) => brightest > 140)).toEqual([]);
  });

  test('folded blocks are open', async () => {
    await open('/mit/6.824/');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.removeAttribute('open');
    });
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('article .block-content')]
        .filter((block) => block.getBoundingClientRect().height === 0)
        .map((block) => block.textContent.slice(0, 40)),
    );
    expect(hidden).toEqual([]);
  });

  test('links out of the garden tell where they lead', async () => {
    await open('/systems/kafka/');
    const link = page.locator('.prose a.external').first();
    const href = await link.getAttribute('href');
    expect(await link.evaluate((part) => getComputedStyle(part, '::after').content)).toContain(
      href,
    );
  });

  test.each(['/systems/kafka/', '/mit/6.824/gfs/', '/学习/cap-与-pacelc/'])(
    'nothing on %s is wider than the sheet or cut off at its edge',
    async (path) => {
      await page.setViewportSize({ width: 680, height: 960 });
      await open(path);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main, main *:not(svg *, .katex *)')]
          .filter((part) => {
            const { overflowX, clipPath } = getComputedStyle(part);
            const isScroller = overflowX !== 'visible' && clipPath === 'none';
            const isOutside = part.getBoundingClientRect().right > innerWidth + 1;
            return isOutside || (isScroller && part.scrollWidth > part.clientWidth + 2);
          })
          .map((part) => part.outerHTML.slice(0, 100)),
      );
      expect(cut).toEqual([]);
    },
  );
});

describe('in high contrast', () => {
  beforeEach(() => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }));

  test('a diagram keeps its own colours, so that its words stay readable on their boxes', async () => {
    await open('/systems/kafka/');
    const colors = await page
      .locator('figure.diagram')
      .first()
      .evaluate((figure) => {
        const { backgroundColor, color } = getComputedStyle(figure);
        const word = figure.querySelector('svg foreignObject p, svg foreignObject span');
        return { ground: backgroundColor, ink: color, word: word && getComputedStyle(word).color };
      });
    expect(colors).toEqual({
      ground: 'rgb(22, 24, 21)',
      ink: 'rgb(220, 220, 211)',
      word: 'rgb(220, 220, 211)',
    });
  });

  test('arrows that fold, marks of callouts and of links are drawn in the reader’s colours', async () => {
    await open('/mit/6.824/gfs/');
    expect(await drawn('.block-fold > summary', '::before')).toBe(true);
    await open('/systems/kafka/');
    expect(await drawn('.prose a.external', '::after')).toBe(true);
  });

  /** Whether a shape made of a background differs from what is behind it. */
  function drawn(selector: string, part: string): Promise<boolean> {
    return page
      .locator(selector)
      .first()
      .evaluate((host, name) => {
        const canvas = getComputedStyle(document.documentElement).backgroundColor;
        return getComputedStyle(host, name).backgroundColor !== canvas;
      }, part);
  }
});

describe('without motion', () => {
  beforeEach(() => page.emulateMedia({ reducedMotion: 'reduce' }));

  test('nothing is animated', async () => {
    await open('/mit/6.824/gfs/');
    await page.locator('main .block-fold > summary').first().click();
    await page.locator('main a.note-link').first().hover();
    await page.locator('.preview').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    const smooth = await page.evaluate(
      () => getComputedStyle(document.documentElement).scrollBehavior,
    );
    expect(smooth).toBe('auto');
  });

  test('the graph of the garden comes to rest at once', async () => {
    await open('/graph/');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
