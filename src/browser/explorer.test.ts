import { afterEach, expect, test, vi } from 'vitest';
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
};

afterEach(() => vi.unstubAllGlobals());

async function explorer(open: string): Promise<HTMLElement> {
  const { document } = openPage(
    `<html><body><nav data-source="/explorer/" data-open="${open}" hidden></nav></body></html>`,
  );
  vi.stubGlobal('fetch', async (address: string) => {
    const { pathname } = new URL(address);
    return { ok: pathname in folders, json: async () => folders[pathname] };
  });
  const nav = document.querySelector('nav') as unknown as HTMLElement;
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
