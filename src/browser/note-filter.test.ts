import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packTitles } from '../search/query/titles.ts';
import { type OpenPage, openPage } from './fixtures/open-page.ts';

beforeEach(() => {
  const titles = packTitles([
    { title: 'Zab', permalink: '/papers/zab/', kind: 'note', aliases: [] },
    { title: 'ZooKeeper', permalink: '/systems/zookeeper/', kind: 'note', aliases: ['ZK'] },
    { title: 'Zone', permalink: '/zone/', kind: 'ghost', aliases: [] },
  ]);
  vi.stubGlobal('fetch', async () => new Response(gzipSync(titles)));
});
afterEach(() => vi.unstubAllGlobals());

const notes = [
  { initial: 'K', title: 'Kafka', folder: 'Systems', day: '2026-11-02', about: 'A log.' },
  { initial: 'R', title: 'Raft', folder: 'Papers', day: '2026-11-20', about: 'One leader.' },
  { initial: 'R', title: 'Redis', folder: 'Systems', day: '', about: 'A cache.' },
];

async function opened(isWhole: boolean): Promise<OpenPage> {
  const lists = [...Map.groupBy(notes, ({ initial }) => initial)].map(([initial, found]) => {
    const items = found.map(
      ({ title, folder, day, about }) =>
        `<li><a href="/${title}/">${title}</a><span class="folder">${folder}</span>` +
        `${day && `<time datetime="${day}">${day}</time>`}<p class="about">${about}</p></li>`,
    );
    return `<section class="section"><h2>${initial}</h2><ul class="note-list">${items.join('')}</ul></section>`;
  });
  const page = openPage(
    `<html><body><main><search class="note-filter" ${isWhole ? 'data-whole' : ''} data-awaits-script>` +
      '<input><output></output><button type="button" aria-pressed="false">Table</button></search>' +
      `<div class="note-lists">${lists.join('')}</div></main></body></html>`,
  );
  // Titles are kept for as long as a page is open.
  vi.resetModules();
  const { startNoteFilter } = await import('./note-filter.ts');
  startNoteFilter(page.document.querySelector('.note-filter') as HTMLElement);
  return page;
}

/** Types into the filter until these links are shown. */
async function type(page: OpenPage, text: string, links: readonly string[]): Promise<void> {
  const input = page.document.querySelector('input') as HTMLInputElement;
  input.value = text;
  page.fire(input, 'input');
  await vi.waitFor(() => expect(shown(page)).toEqual(links), { timeout: 5000 });
}

/** Texts of the links that nothing hides. */
function shown({ document }: OpenPage): (string | null)[] {
  const links = [...document.querySelectorAll('main a')];
  return links.filter((link) => !link.closest('[hidden]')).map(({ textContent }) => textContent);
}

function headings({ document }: OpenPage): (string | null)[] {
  const found = [...document.querySelectorAll('h2')];
  return found.filter((each) => !each.closest('[hidden]')).map(({ textContent }) => textContent);
}

test('words are looked for in titles, folders and descriptions, and initials without notes go', async () => {
  const page = await opened(true);
  await type(page, 'systems a', ['Kafka', 'Redis']);
  await type(page, 'LEADER', ['Raft']);
  expect([page.document.querySelector('output')?.value, headings(page)]).toEqual(['1', ['R']]);
  await type(page, '', ['Kafka', 'Raft', 'Redis']);
  expect(headings(page)).toEqual(['K', 'R']);
});

test('where the page has not all notes, the titles of the whole garden are asked', async () => {
  const page = await opened(false);
  await type(page, 'zk', ['ZooKeeper']);
  const links = [...page.document.querySelectorAll('a')];
  const found = links.find(({ textContent }) => textContent === 'ZooKeeper');
  expect(found?.getAttribute('href')).toBe('/systems/zookeeper/');
  await type(page, 'za', ['Zab']);
  await type(page, 'zo', ['ZooKeeper']);
});

test('the table has the same notes, and its headings sort them in both directions', async () => {
  const page = await opened(true);
  const { document } = page;
  document.querySelector('button')?.click();
  await vi.waitFor(() => expect(document.querySelector('table')?.hidden).toBe(false), {
    timeout: 5000,
  });
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual(['KafkaSystems2026-11-02', 'RaftPapers2026-11-20', 'RedisSystems']);
  const [, , updated] = document.querySelectorAll<HTMLElement>('thead button');
  updated?.click();
  expect(shown(page)).toEqual(['Raft', 'Kafka', 'Redis']);
  updated?.click();
  expect(shown(page)).toEqual(['Redis', 'Kafka', 'Raft']);
  expect(updated?.parentElement?.getAttribute('aria-sort')).toBe('ascending');
  await type(page, 'papers', ['Raft']);
});
