import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from '../fixtures/open-page.ts';
import type { Answer, Calls } from './messages.ts';
import type { SearchPanel as Panel } from './panel.ts';

interface Asked {
  readonly name: keyof Calls;
  readonly query: string;
  answer(value: unknown): void;
  fail(): void;
}

const asked: Asked[] = [];

vi.mock('./ask.ts', () => ({
  ask: (name: keyof Calls, value: string | { query: string }) =>
    new Promise((resolve, reject) => {
      const query = typeof value === 'string' ? value : (value?.query ?? '');
      asked.push({ name, query, answer: resolve, fail: () => reject(new Error('no index')) });
    }),
}));

const { SearchPanel } = await import('./panel.ts');

let page: OpenPage;
let panel: Panel;

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  page = openPage('<!doctype html><html data-ui="en"><body></body></html>');
  panel = new SearchPanel({ first: 6, whole: false, changed: () => {} });
  page.document.body.append(panel.root);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function type(text: string): void {
  panel.input.value = text;
  page.fire(panel.input, 'input');
}

/** Lets the pause after a key pass, and the part for answers load, which begins to with a search. */
async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(100);
  await vi.dynamicImportSettled();
}

function answerOf(title: string): Answer {
  const permalink = `/${title}/`;
  const result = { permalink, kind: 'note', lang: 'en', tags: [], sections: [] };
  const marked = { text: title, marks: [] };
  const results = [{ ...result, title: marked, names: { text: '', marks: [] } }];
  return { how: 'all', total: 1, results, rest: [], corrected: [], excluded: [], nearest: [] };
}

async function answer(query: string, title: string): Promise<void> {
  for (const call of asked.filter((each) => each.query === query)) {
    call.answer(call.name === 'jump' ? [] : answerOf(title));
  }
  await vi.advanceTimersByTimeAsync(0);
}

function titles(): (string | null)[] {
  return [...panel.root.querySelectorAll('.search-title')].map(({ textContent }) => textContent);
}

test('what is typed is searched for once the reader pauses', async () => {
  type('kaf');
  await vi.advanceTimersByTimeAsync(60);
  type('kafka');
  await pause();
  expect(asked.map(({ name, query }) => [name, query])).toEqual([
    ['find', 'kafka'],
    ['jump', 'kafka'],
  ]);
  await answer('kafka', 'Kafka');
  expect(titles()).toEqual(['Kafka']);
  expect(panel.root.dataset['state']).toBe('done');
});

test('a search that takes long says that it runs, and then what it found', async () => {
  const status = () => panel.root.querySelector('.search-status')?.textContent;
  type('kafka');
  await pause();
  expect(status()).toBe('');
  await vi.advanceTimersByTimeAsync(700);
  expect(status()).toBe('Searching…');
  await answer('kafka', 'Kafka');
  expect(status()).toBe('1 note');
  await vi.advanceTimersByTimeAsync(700);
  expect(status()).toBe('1 note');
});

test('letters that an input method still composes are not searched for', async () => {
  page.fire(panel.input, 'compositionstart');
  panel.input.value = 'zu';
  const composing = Object.assign(new InputEvent('input', { bubbles: true }), {
    isComposing: true,
  });
  panel.input.dispatchEvent(composing);
  await pause();
  expect(asked).toEqual([]);
  panel.input.value = '租约';
  page.fire(panel.input, 'compositionend');
  await pause();
  expect(asked.map(({ query }) => query)).toEqual(['租约', '租约']);
});

test('composing stops a search that was about to start', async () => {
  type('z');
  page.fire(panel.input, 'compositionstart');
  await pause();
  expect(asked).toEqual([]);
});

test('an answer that comes late does not replace that of a later query', async () => {
  type('first');
  await pause();
  type('second');
  await pause();
  await answer('second', 'Second');
  await answer('first', 'First');
  expect(titles()).toEqual(['Second']);
});

test('names that come late are not shown below a later query', async () => {
  type('first');
  await pause();
  type('second');
  await pause();
  const jumps = asked.filter(({ name }) => name === 'jump');
  const named = (title: string) => [
    { title: { text: title, marks: [] }, permalink: '/a/', alias: '' },
  ];
  jumps.find(({ query }) => query === 'second')?.answer(named('Second'));
  await vi.advanceTimersByTimeAsync(0);
  jumps.find(({ query }) => query === 'first')?.answer(named('First'));
  await vi.advanceTimersByTimeAsync(0);
  expect(panel.root.querySelector('.search-jumps')?.textContent).toContain('Second');
});

test('a failure that comes late does not hide the results of a later query', async () => {
  type('first');
  await pause();
  type('second');
  await pause();
  await answer('second', 'Second');
  for (const call of asked.filter(({ query }) => query === 'first')) call.fail();
  await vi.advanceTimersByTimeAsync(0);
  expect([titles(), panel.root.dataset['state']]).toEqual([['Second'], 'done']);
});

test('a search that fails says so, and links to itself on a new page and to all notes', async () => {
  type('kafka');
  await pause();
  for (const call of asked) call.fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(panel.root.querySelector('.search-status')?.textContent).toBe(
    'Search could not be loaded.',
  );
  const links = [...panel.root.querySelectorAll('.search-extra a')];
  const shown = links.map((link) => [link.textContent, link.getAttribute('href')]);
  expect(shown).toEqual([
    ['Try again', '/search/?q=kafka'],
    ['All notes', '/notes/'],
  ]);
});

test('an empty field shows recent searches, which can be cleared', async () => {
  localStorage.setItem('searches', '["raft","kafka"]');
  panel.show('');
  await vi.dynamicImportSettled();
  const again = [...panel.root.querySelectorAll('.search-again')];
  expect(again.map(({ textContent }) => textContent)).toEqual(['raft', 'kafka']);
  panel.root.querySelector<HTMLElement>('.search-clear')?.click();
  expect(panel.root.querySelector('.search-again')).toBeNull();
  expect(localStorage.getItem('searches')).toBeNull();
});
