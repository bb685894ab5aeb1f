import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from '../fixtures/open-page.ts';
import { moveByKeys } from './keys.ts';

let page: OpenPage;
let root: HTMLElement;
let input: HTMLInputElement;
const opened: string[] = [];

beforeEach(() => {
  opened.length = 0;
  page = openPage(`<html><body><dialog open><div data-state="done"><input value="raft">
    <ul class="search-jumps" data-query="raft"><li><a href="/like-raft/">Like Raft</a></li></ul>
    <ol class="search-results" data-query="raft"><li><a href="/best/">Best</a></li></ol>
  </div></dialog></body></html>`);
  root = page.document.querySelector('div') as unknown as HTMLElement;
  input = page.document.querySelector('input') as unknown as HTMLInputElement;
  vi.stubGlobal('open', (href: string) => opened.push(`new tab ${href}`));
  for (const link of root.querySelectorAll('a')) {
    link.addEventListener('click', () => opened.push(link.getAttribute('href') ?? ''));
  }
  moveByKeys(root, input);
});

afterEach(() => vi.unstubAllGlobals());

function enter(properties: object = {}): void {
  page.fire(input, 'keydown', { key: 'Enter', ...properties });
}

test('Enter opens the best result where no name is meant', () => {
  enter();
  expect(opened).toEqual(['/best/']);
});

test('Enter opens the note whose name is meant', () => {
  root.querySelector('.search-jumps a')?.setAttribute('data-meant', '');
  enter();
  expect(opened).toEqual(['/like-raft/']);
});

test('Enter opens nothing that an earlier query found', () => {
  input.value = 'paxos';
  enter();
  expect(opened).toEqual([]);
});

test('Enter opens no result while the search still runs', () => {
  root.dataset['state'] = 'searching';
  enter();
  expect(opened).toEqual([]);
});

test('Enter of an input method chooses characters and opens nothing', () => {
  enter({ isComposing: true });
  enter({ keyCode: 229 });
  expect(opened).toEqual([]);
});

/** Presses an arrow key some times; what then has the focus. */
function focusedAfter(...keys: readonly string[]): string | null | undefined {
  let focused: Element | null = input;
  for (const stop of [input, ...root.querySelectorAll<HTMLElement>('a')]) {
    Object.assign(stop, {
      focus: () => {
        focused = stop;
      },
      matches: (selector: string) => selector === ':focus' && focused === stop,
      scrollIntoView: () => {},
    });
  }
  for (const key of keys) page.fire(input, 'keydown', { key });
  return focused?.getAttribute('href') ?? focused?.tagName;
}

test('arrow keys go from the input through the results and back to it', () => {
  expect(focusedAfter('ArrowDown')).toBe('/like-raft/');
  expect(focusedAfter('ArrowDown', 'ArrowDown')).toBe('/best/');
  expect(focusedAfter('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('INPUT');
  expect(focusedAfter('ArrowUp')).toBe('/best/');
});
