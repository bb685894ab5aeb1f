import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packTitles } from '../search/query/titles.ts';
import { startExplorer } from './explorer.ts';
import { openPage } from './fixtures/open-page.ts';

const folders: Readonly<Record<string, unknown>> = {
  '/explorer/root.json': {
    folders: [
      { title: 'Systems', key: 'aaa', count: 2 },
      { title: 'Papers', key: 'bbb', count: 1, href: '/papers/' },
    ],
    notes: [['Kafka', '/kafka/']],
  },
  '/explorer/aaa.json': { folders: [], notes: [['Raft', '/systems/raft/']] },
  '/explorer/bbb.json': { folders: [], notes: [['Paxos', '/papers/paxos/']] },
};

afterEach(() => vi.unstubAllGlobals());

/** What the tab keeps, and what runs when the reader leaves the page. */
let kept = new Map<string, string>();
let leave = (): void => {};
beforeEach(() => {
  kept = new Map();
});

async function explorer(open: string, place?: (nav: HTMLElement) => void): Promise<HTMLElement> {
  const { document } = openPage(
    `<html><body><nav data-source="/explorer/" data-open="${open}" hidden></nav></body></html>`,
  );
  vi.stubGlobal('fetch', async (address: string) => {
    const { pathname } = new URL(address);
    return { ok: pathname in folders, json: async () => folders[pathname] };
  });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) => {
    leave = listener;
  });
  const nav = document.querySelector('nav') as unknown as HTMLElement;
  place?.(nav);
  await startExplorer(nav);
  return nav;
}

test('folders come before notes, and the open page is marked', async () => {
  const nav = await explorer('');
  const names = [...nav.querySelectorAll('a, summary')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Systems 2', 'Papers 1', '', 'Kafka']);
  expect(nav.querySelector('[aria-current="page"]')?.textContent).toBe('Kafka');
  expect(nav.hidden).toBe(false);
});

test('folders on the way to the page are open and filled, the others are not fetched', async () => {
  const nav = await explorer('aaa');
  const [systems, papers] = nav.querySelectorAll('details');
  expect([systems?.open, systems?.querySelector('ul')?.textContent]).toEqual([true, 'Raft']);
  expect([papers?.open, papers?.querySelector('ul')]).toEqual([false, null]);
});

test('a folder that the reader opened is open on the next page, until it is closed', async () => {
  const first = await explorer('');
  first.querySelector('summary')?.click();
  leave();
  const next = await explorer('');
  expect(next.querySelector('details')?.textContent).toBe('Systems 2Raft');
  next.querySelector('summary')?.click();
  leave();
  expect((await explorer('')).querySelector('details')?.open).toBe(false);
});

test('a page in no folder, such as the search, leaves the tree as it was', async () => {
  await explorer('aaa');
  leave();
  const search = await explorer('');
  expect(search.querySelector('details')?.textContent).toBe('Systems 2Raft');
  search.querySelector('summary')?.click();
  leave();
  expect((await explorer('')).querySelector('details')?.open).toBe(false);
  leave();
  const [systems, papers] = (await explorer('bbb')).querySelectorAll('details');
  expect([systems?.open, papers?.open]).toEqual([false, true]);
});

/** Rows of 20 pixels in a frame of 100, the page's note in the given one. */
function rows(current: number) {
  return (nav: HTMLElement): void => {
    let top = 0;
    Object.defineProperty(nav, 'scrollTop', {
      get: () => top,
      set: (to: number) => {
        top = to;
      },
    });
    const box = (y: number, height: number) => ({ top: y, bottom: y + height, height });
    Object.getPrototypeOf(nav).getBoundingClientRect = function measured(this: HTMLElement) {
      return this === nav ? box(50, 100) : box(50 + current * 20 - top, 20);
    };
  };
}

test.for([
  [2, 0],
  [50, 960],
] as const)('the note of the page in row %i is in sight', async ([row, top]) => {
  expect((await explorer('', rows(row))).scrollTop).toBe(top);
});

test('the explorer stays scrolled from page to page while the note is in sight', async () => {
  await explorer('', rows(50));
  leave();
  expect((await explorer('', rows(49))).scrollTop).toBe(960);
});

test('the filter finds notes of the whole garden by their names, and Escape shows the tree again', async () => {
  const titles = packTitles([
    { title: 'Raft', permalink: '/systems/raft/', kind: 'note', aliases: ['共识'] },
    { title: 'Kafka', permalink: '/kafka/', kind: 'note', aliases: [] },
  ]);
  const { document, fire } = openPage(
    '<html><body><search hidden><input></search><nav><ul>Tree</ul></nav></body></html>',
  );
  vi.stubGlobal('fetch', async () => new Response(gzipSync(titles)));
  vi.stubGlobal('reportError', (error: unknown) => expect(error).toBeUndefined());
  // Titles are kept for as long as a page is open.
  vi.resetModules();
  const { startExplorerFilter } = await import('./explorer-filter.ts');
  const form = document.querySelector('search') as unknown as HTMLElement;
  const input = document.querySelector('input') as unknown as HTMLInputElement;
  startExplorerFilter(form, document.querySelector('ul') as unknown as HTMLElement);
  const isShown = (text: string) =>
    vi.waitFor(
      () => {
        const lists = [...document.querySelectorAll('ul')].filter(({ hidden }) => !hidden);
        expect(lists.map(({ textContent }) => textContent)).toEqual([text]);
      },
      { timeout: 5000 },
    );
  expect(form.hidden).toBe(false);
  input.value = '共识';
  fire(input, 'input');
  await isShown('Raft');
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/systems/raft/');
  fire(input, 'keydown', { key: 'Escape' });
  await isShown('Tree');
  expect(input.value).toBe('');
});
