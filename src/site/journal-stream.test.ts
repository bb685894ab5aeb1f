import { expect, test } from 'vitest';
import { dayHtml } from './journal-stream.ts';

test('a day among others has no ids, and its fragments lead to its own page', () => {
  const html =
    '<ul><li class="block" id="b-1"><h2>T<a class="heading-anchor" href="#b-1">#</a></h2> id="x"' +
    '<a href="/b/#c">B</a></li></ul>';
  expect(dayHtml({ html, permalink: '/journals/2026-01-02/' })).toBe(
    '<ul><li class="block"><h2>T<a class="heading-anchor" href="/journals/2026-01-02/#b-1">#</a></h2> id="x"' +
      '<a href="/b/#c">B</a></li></ul>',
  );
});

test('a drawing keeps its ids, which its styles depend on', () => {
  const drawing = '<svg id="a"><style>#a {}</style><svg id="b"></svg><g id="c"></g></svg>';
  const html = `<p id="x">x</p>${drawing}<p id="y">y</p>`;
  expect(dayHtml({ html, permalink: '/a/' })).toBe(`<p>x</p>${drawing}<p>y</p>`);
});
