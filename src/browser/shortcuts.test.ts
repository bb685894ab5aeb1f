import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from './fixtures/open-page.ts';
import { startShortcuts } from './shortcuts.ts';

const html = `<!doctype html><html data-theme="light"><body>
  <a class="search-button" href="/search/">Search</a>
  <a rel="prev" href="/before/">Before</a>
  <input><p contenteditable><b>draft</b></p>
  <button data-action="theme"><span>Theme</span></button>
</body></html>`;

let page: OpenPage;
let searches = 0;

beforeEach(() => {
  page = openPage(html);
  searches = 0;
  page.document.querySelector('.search-button')?.addEventListener('click', () => {
    searches += 1;
  });
  startShortcuts();
});

afterEach(() => vi.unstubAllGlobals());

function press(key: string, properties: object = {}, target: EventTarget = page.document.body) {
  return page.fire(target, 'keydown', { key, ...properties });
}

test('a key runs its action, and the browser does nothing else with it', () => {
  expect(press('/').defaultPrevented).toBe(true);
  expect(searches).toBe(1);
});

test('g and a second key go to an overview, and only together', () => {
  press('h');
  press('g');
  press('x');
  press('h');
  expect(page.visited).toEqual([]);
  press('g');
  press('h');
  press('g');
  press('g');
  expect(page.visited).toEqual(['https://garden.example/', 'https://garden.example/graph/']);
});

test.each([
  ['Ctrl', { ctrlKey: true }],
  ['Meta', { metaKey: true }],
  ['Alt', { altKey: true }],
  ['an input method', { isComposing: true }],
])('a key with %s is not a shortcut', (_, properties) => {
  expect(press('/', properties).defaultPrevented).toBe(false);
  expect(searches).toBe(0);
});

test.each(['input', 'b'])('a key typed into <%s> is text', (name) => {
  press('/', {}, page.document.querySelector(name) ?? page.document);
  expect(searches).toBe(0);
});

test('keys are left to a dialog that is open', () => {
  const dialog = page.document.createElement('dialog');
  dialog.setAttribute('open', '');
  page.document.body.append(dialog);
  press('/');
  expect(searches).toBe(0);
});

test('a reader can turn shortcuts off', () => {
  localStorage.setItem('shortcuts', 'off');
  press('/');
  expect(searches).toBe(0);
});

test('a button runs the action that it names', () => {
  page.fire(page.document.querySelector('button span') ?? page.document, 'click');
  expect(page.document.documentElement.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
});
