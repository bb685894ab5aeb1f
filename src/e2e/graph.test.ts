/** The graph in a real browser: by pointer, by keyboard, in words, and at rest. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let page: Page;

beforeAll(async () => {
  site = await openSite({ viewport: { width: 1440, height: 900 } });
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.samePage();
});
afterEach(async () => {
  expect(site.problems()).toEqual([]);
});

/** Opens the graph and waits until it can be walked. */
async function openGraph(note = ''): Promise<void> {
  const query = note === '' ? '' : `?note=${encodeURIComponent(note)}`;
  await page.goto(`${site.origin}/graph/${query}`);
  await page.locator('.graph-filters').dispatchEvent('pointerover');
  await page.locator('.graph-here[href]').waitFor({ state: 'attached' });
}

const here = () => page.locator('.graph-here');
const list = () => page.locator('.graph-list a').allInnerTexts();

/** How often the page drew within a second after a click on `clicked`, or without one. */
async function picturesAfter(clicked = ''): Promise<number> {
  return page.evaluate(async (selector) => {
    let pictures = 0;
    for (const kind of [WebGL2RenderingContext, CanvasRenderingContext2D]) {
      const before = 'clear' in kind.prototype ? 'clear' : 'clearRect';
      const prototype = kind.prototype as unknown as Record<string, (...rest: unknown[]) => void>;
      const own = prototype[before];
      prototype[before] = function (...rest) {
        pictures += 1;
        own?.apply(this, rest);
      };
    }
    if (selector !== '') document.querySelector<HTMLElement>(selector)?.click();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return pictures;
  }, clicked);
}

/** The addresses of scripts and data of the graph that the page fetched. */
const fetched = () =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.includes('/graph/data.json') || path.includes('/garden.')),
  );

test('a picture is in the page; script and data come when the reader touches it', async () => {
  await page.goto(`${site.origin}/graph/`, { waitUntil: 'networkidle' });
  const still = page.locator('.graph-still');
  const dot = await still.locator('path[style*="stroke"]').first().boundingBox();
  expect(dot?.width ?? 0).toBeGreaterThan(1);
  expect(await still.locator('.graph-names-wide text', { hasText: 'ZooKeeper' }).isVisible()).toBe(
    true,
  );
  expect(await page.locator('.graph-legend').innerText()).toContain('Systems');
  expect(await fetched()).toEqual([]);
  await page.locator('.graph-stage').hover();
  await still.waitFor({ state: 'detached' });
  expect(await fetched()).toHaveLength(2);
});

test('what is pressed before the script has come is done when it is there', async () => {
  let answer = () => {};
  const isAsked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graph/data.json', async (route) => {
    await isAsked;
    await route.continue();
  });
  await page.goto(`${site.origin}/graph/`);
  const group = page.locator('.graph-group').nth(1);
  await group.click();
  await page.locator('.garden-graph[aria-busy]').waitFor();
  answer();
  await page.locator('button.graph-group[aria-pressed="true"]').waitFor();
  expect(await group.getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('.garden-graph[aria-busy]').count()).toBe(0);
  await page.unroute('**/graph/data.json');
});

test('a name that is typed before the script has come is found', async () => {
  await page.goto(`${site.origin}/graph/`);
  await page.locator('[name="find"]').fill('zookeep');
  await page.locator('[name="find"]').press('Enter');
  await page.locator('.graph-list [aria-current]', { hasText: 'ZooKeeper' }).waitFor();
});

test('the list stays when the graph starts, and the focus in it', async () => {
  await page.goto(`${site.origin}/graph/`);
  const link = page.locator('.graph-list a').nth(2);
  await link.focus();
  await page.locator('.graph-still').waitFor({ state: 'detached' });
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.locator('.graph-more').click();
  expect(await page.locator('.graph-list a').count()).toBeGreaterThan(60);
});

test('opened for a note, it lists the note and those next to it', async () => {
  await openGraph('/systems/kafka/');
  const names = await list();
  expect(names[0]).toBe('Kafka');
  expect(names).toContain('ZooKeeper');
  expect(await page.locator('.graph-list [aria-current]').innerText()).toBe('Kafka');
  expect(await here().getAttribute('aria-label')).toBe('Kafka');
});

test('arrows walk along links, every step is read out, Escape goes back, Enter opens', async () => {
  await openGraph('/systems/kafka/');
  await here().focus();
  const says = page.locator('.graph-says');
  expect(await says.innerText()).toMatch(/^Kafka, \d+ links$/);
  const near = new Set(await list());
  const trail = ['Kafka'];
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
    await page.keyboard.press(key);
    const name = (await here().getAttribute('aria-label')) ?? '';
    if (name === trail.at(-1)) continue;
    if (trail.length === 1) expect([...near]).toContain(name);
    trail.push(name);
    expect(await says.innerText()).toContain(name);
    expect(await list()).toContain(trail.at(-2));
  }
  expect(trail.length).toBeGreaterThan(2);
  await page.keyboard.press('Escape');
  expect(await here().getAttribute('aria-label')).toBe(trail.at(-2));
  const href = await here().getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  expect(await page.locator('h1').innerText()).toBe(trail.at(-2));
});

test('a point below the pointer is a link to its note', async () => {
  await openGraph('/systems/kafka/');
  const box = await here().boundingBox();
  await page.mouse.move(10, 10);
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 12);
  await page.waitForURL('**/systems/kafka/');
});

test('dragging moves the picture and opens nothing', async () => {
  await openGraph('/systems/kafka/');
  const before = await here().boundingBox();
  const [x, y] = [(before?.x ?? 0) + 12, (before?.y ?? 0) + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(200);
  const after = await here().boundingBox();
  const moved = [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)];
  expect(moved.map(Math.round)).toEqual([40, 30]);
  expect(new URL(page.url()).pathname).toBe('/graph/');
});

/** Fingers on the page: where each of them is, step by step, until all are lifted. */
async function touch(...steps: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [index, fingers] of steps.entries()) {
    await session.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

test('the first touch of a finger shows a point, the second opens it', async () => {
  await openGraph('/systems/kafka/');
  const { x = 0, y = 0 } = (await here().boundingBox()) ?? {};
  await touch([[x + 12, y + 12]]);
  await page
    .locator('.graph-says', { hasText: /^Kafka, \d+ links$/ })
    .waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  expect(new URL(page.url()).pathname).toBe('/graph/');
  await touch([[x + 12, y + 12]]);
  await page.waitForURL('**/systems/kafka/');
});

test('two fingers zoom', async () => {
  await openGraph('/systems/kafka/');
  const before = await here().boundingBox();
  await touch(
    [
      [600, 400],
      [700, 400],
    ],
    [
      [560, 400],
      [740, 400],
    ],
    [
      [450, 400],
      [850, 400],
    ],
  );
  await page.waitForTimeout(300);
  const after = await here().boundingBox();
  expect(after?.width ?? 0).toBeGreaterThan((before?.width ?? 0) + 4);
  expect(new URL(page.url()).pathname).toBe('/graph/');
});

test('filters change what is shown and listed', async () => {
  await openGraph();
  const all = await page.locator('.graph-facts').innerText();
  await page.locator('select[name="tag"]').selectOption({ label: 'consensus' });
  const facts = page.locator('.graph-facts', { hasNotText: all });
  await facts.waitFor();
  const tagged = await page.evaluate(async () => {
    const text = await (await fetch('/tags/consensus/')).text();
    const tagPage = new DOMParser().parseFromString(text, 'text/html');
    const titles = Array.from(tagPage.querySelectorAll('.backlink-title'), (link) =>
      link.textContent.trim(),
    );
    // A note and its translations are one point.
    const { translations } = await (await fetch('/graph/data.json')).json();
    const merged = new Set(translations.map(([title]: [string]) => title));
    return titles.filter((title) => !merged.has(title));
  });
  expect((await list()).sort()).toEqual(tagged.sort());
  await page.locator('select[name="tag"]').selectOption({ index: 0 });
  await page.locator('.graph-facts', { hasText: all }).waitFor();
  expect(await page.getByLabel('Unwritten notes').isVisible()).toBe(false);
  await page.getByLabel('Show tags').check();
  await page.locator('.graph-list', { hasText: '#' }).waitFor();
  await page.getByLabel('Show tags').uncheck();
  await page.locator('select[name="colour"]').selectOption('tag');
  expect(await page.locator('.graph-legend').innerText()).toContain('system');
});

test('of two graphs that are asked for at once the later one is shown', async () => {
  await openGraph();
  const all = await page.locator('.graph-facts').innerText();
  await page.evaluate(async () => {
    const tag = document.querySelector<HTMLSelectElement>('select[name="tag"]');
    // The graph of a tag is laid out beside the page; the whole garden's stands ready.
    for (const index of [1, 0]) {
      if (tag) tag.selectedIndex = index;
      tag?.dispatchEvent(new Event('change'));
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });
  expect(await page.locator('.graph-facts').innerText()).toBe(all);
});

test('a typed name is found; Enter shows the graph around it', async () => {
  await openGraph();
  await page.locator('[name="find"]').fill('zookeep');
  expect(await list()).toEqual(['ZooKeeper']);
  await page.locator('[name="find"]').press('Enter');
  await page.locator('.graph-list [aria-current]', { hasText: 'ZooKeeper' }).waitFor();
  expect(new URL(page.url()).searchParams.get('note')).toBe('/systems/zookeeper/');
  await page.locator('select[name="depth"]').selectOption('1');
  await page.locator('.graph-all').click();
  expect(new URL(page.url()).search).toBe('');
  await page.locator('.graph-title', { hasText: 'Most linked' }).waitFor();
});

test('nothing is drawn while nothing moves', async () => {
  await openGraph();
  await page.waitForTimeout(600);
  expect(await picturesAfter()).toBe(0);
  // One picture: the ground, and what stands before it.
  expect(await picturesAfter('[name="zoom-in"]')).toBe(2);
});

test('with reduced motion a far point is shown at once, without animation', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openGraph('/systems/kafka/');
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < 12; turn += 1) await page.keyboard.press('Tab');
  await page.mouse.wheel(0, -1500);
  await page.waitForTimeout(200);
  const places = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const link = document.querySelector<HTMLElement>('.graph-here');
    link?.focus({ preventScroll: true });
    const seen: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      await frame();
      seen.push(document.querySelector<HTMLElement>('.graph-here')?.style.translate ?? '');
    }
    return new Set(seen.slice(2)).size;
  });
  expect(places).toBe(1);
});

/** The garden gets a graph of 3,000 notes. */
async function makeLarge(): Promise<void> {
  const count = 3000;
  const notes = Array.from({ length: count }, (_, i) => [`Note ${i}`, `/${i}/`, 0, [], 0]);
  const places = notes.flatMap((_, i) => [(i % 60) * 40, Math.floor(i / 60) * 40]);
  const links = notes.slice(1).flatMap((_, i) => [i, i + 1]);
  const json = { notes, tags: [], folders: [''], links, places };
  await page.route('**/graph/data.json', (route) => route.fulfill({ json }));
}

test('a graphics card draws the points of a large graph, where there is one', async () => {
  page = await site.page();
  await page.addInitScript(() => {
    const { getParameter, drawArrays } = WebGL2RenderingContext.prototype;
    Object.assign(WebGL2RenderingContext.prototype, {
      getParameter(this: WebGL2RenderingContext, name: number) {
        const value = getParameter.call(this, name);
        return typeof value === 'string' ? 'A graphics card' : value;
      },
      drawArrays(this: WebGL2RenderingContext, ...rest: Parameters<typeof drawArrays>) {
        drawArrays.apply(this, rest);
        const { drawingBufferWidth: width, drawingBufferHeight: height } = this;
        const pixels = new Uint8Array(width * height * 4);
        this.readPixels(0, 0, width, height, this.RGBA, this.UNSIGNED_BYTE, pixels);
        const drawn = pixels.filter((value, index) => index % 4 === 3 && value > 250).length;
        Object.assign(document.documentElement.dataset, { drawn, faults: this.getError() });
      },
    });
  });
  await makeLarge();
  await openGraph();
  const told = page.locator('html[data-drawn]');
  await told.waitFor();
  expect(Number(await told.getAttribute('data-drawn'))).toBeGreaterThan(2000);
  expect(await told.getAttribute('data-faults')).toBe('0');
  await page.close();
});

test('a large graph is painted in a worker, and then nothing runs', async () => {
  await makeLarge();
  await openGraph();
  const isPainted = () =>
    page.locator('.graph-ground').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, 900, 500) ?? {};
      return data?.some((value) => value > 0) ?? false;
    });
  await expect.poll(isPainted).toBe(true);
  await page.waitForTimeout(1000);
  expect(await picturesAfter()).toBe(0);
});

test('a button shows the graph over the whole screen and back', async () => {
  await openGraph();
  const root = page.locator('.garden-graph');
  const full = page.getByRole('button', { name: 'Full screen' });
  await full.click();
  await page.locator('.garden-graph.is-full').waitFor();
  await expect.poll(() => full.getAttribute('aria-pressed')).toBe('true');
  const wide = (await page.locator('.graph-stage').boundingBox())?.width ?? 0;
  await full.click();
  await page.locator('.garden-graph:not(.is-full)').waitFor();
  await expect.poll(() => full.getAttribute('aria-pressed')).toBe('false');
  expect((await page.locator('.graph-stage').boundingBox())?.width ?? 0).toBeLessThan(wide);
  expect(await root.evaluate((graph) => graph === document.fullscreenElement)).toBe(false);
});

test('in print the list replaces the picture', async () => {
  await openGraph();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.graph-stage').isVisible()).toBe(false);
  expect(await page.locator('.graph-list a').first().isVisible()).toBe(true);
});

test('the local graph says how notes are linked, with whole names, as links', async () => {
  await page.goto(`${site.origin}/systems/kafka/`);
  const branches = page.locator('.near-branches > li:visible');
  expect(await branches.locator('.near-kind').allInnerTexts()).toEqual([
    'Linked both ways',
    'Links to',
    'Linked from',
    'Related notes',
  ]);
  const both = page.locator('[data-near="both"] a');
  expect(await both.allInnerTexts()).toContain('ZooKeeper');
  expect((await both.allInnerTexts()).join()).not.toContain('…');
  const cut = await page
    .locator('.near-branches a:visible')
    .evaluateAll((all) => all.filter((link) => link.scrollWidth > link.clientWidth).length);
  expect(cut).toBe(0);
  await both.and(page.getByRole('link', { name: 'ZooKeeper' })).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/systems/zookeeper/');
});

test('without a script there is the list, and the picture without its buttons', async () => {
  const plain = await openSite({ javaScriptEnabled: false });
  const still = await plain.page();
  await still.goto(`${plain.origin}/graph/`);
  expect(await still.locator('.graph-still').isVisible()).toBe(true);
  for (const part of ['.graph-filters', '.graph-zoom', '.graph-help', '.graph-more']) {
    expect(await still.locator(part).isVisible()).toBe(false);
  }
  await still.locator('.graph-list a', { hasText: 'ZooKeeper' }).click();
  await still.waitForURL('**/systems/zookeeper/');
  await still.locator('[data-near="both"] a', { hasText: 'Kafka' }).first().click();
  await still.waitForURL('**/systems/kafka/');
  await plain.close();
});

test('the words of the page follow the language that is chosen', async () => {
  await page.goto(`${site.origin}/graph/`);
  await page.evaluate(() => localStorage.setItem('ui', 'zh'));
  await openGraph('/systems/kafka/');
  await page.locator('.graph-facts', { hasText: '个链接' }).waitFor();
  await page.locator('.graph-legend', { hasText: '日志' }).waitFor();
  await page.evaluate(() => localStorage.clear());
});
