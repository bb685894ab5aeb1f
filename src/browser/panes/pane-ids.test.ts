import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from '../fixtures/open-page.ts';
import { separateIds } from './pane-ids.ts';

afterEach(() => vi.unstubAllGlobals());

function separated(html: string): string {
  const { document } = openPage(`<html><body><div>${html}</div></body></html>`);
  const note = document.querySelector('div');
  if (note) separateIds(note as unknown as HTMLElement, 'pane-1-');
  return note?.innerHTML ?? '';
}

test('ids of a pane and what refers to them get a prefix', () => {
  expect(separated('<h2 id="a">A</h2><p aria-labelledby="a other"></p><a href="#a">up</a>')).toBe(
    '<h2 id="pane-1-a">A</h2><p aria-labelledby="pane-1-a other"></p><a href="#pane-1-a">up</a>',
  );
});

test('links to ids in Chinese follow, links to other pages stay', () => {
  expect(
    separated('<h2 id="租约">x</h2><a href="#%E7%A7%9F%E7%BA%A6">x</a><a href="/b/#a">b</a>'),
  ).toBe(
    '<h2 id="pane-1-租约">x</h2><a href="#pane-1-%E7%A7%9F%E7%BA%A6">x</a><a href="/b/#a">b</a>',
  );
});

test('ids in a drawing stay: its styles depend on them', () => {
  const svg = '<svg id="d"><style>#d{fill:red}</style><g id="e" /></svg>';
  expect(separated(svg)).toBe(svg);
});
