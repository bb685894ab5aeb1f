import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { finish } from './finish.ts';

function finished(...nodes: ElementContent[]): string {
  finish(nodes);
  return toHtml({ type: 'root', children: nodes });
}

test('of equal ids on a page the first stays, however deep the others are', () => {
  expect(finished(h('h2', { id: 'a' }), h('div', [h('p', { id: 'a' }), h('p', { id: 'b' })]))).toBe(
    '<h2 id="a"></h2><div><p></p><p id="b"></p></div>',
  );
});

test('an empty id is none', () => {
  expect(finished(h('p', { id: '' }))).toBe('<p></p>');
});

test('a link inside a link is text, with nothing of a link left', () => {
  const inner = h('a', { href: '/b/', rel: 'noopener', target: '_blank', download: '' }, 'x');
  expect(finished(h('a', { href: '/a/' }, [h('b', [inner])]))).toBe(
    '<a href="/a/"><b><span>x</span></b></a>',
  );
});

test('a paragraph that contains a block is none', () => {
  expect(finished(h('p', [h('b', [h('ul', [h('li', 'x')])])]))).toBe(
    '<div><b><ul><li>x</li></ul></b></div>',
  );
});

test('a link to a fragment that the page does not have is text', () => {
  const nodes = [
    h('a', { href: '#%C3%BCber' }, '1'),
    h('a', { href: '#100%' }, '2'),
    h('a', { href: '#own' }, '3'),
    h('a', { href: '#gone' }, '4'),
    h('a', { href: '#' }, '5'),
    h('p', { id: 'über' }),
    h('p', { id: '100%' }),
    h('p', { id: 'html-own' }),
  ];
  expect(finished(...nodes)).toBe(
    '<a href="#%C3%BCber">1</a><a href="#100%">2</a><a href="#html-own">3</a>' +
      '<span class="unresolved" title="#gone">4</span><a href="#">5</a>' +
      '<p id="über"></p><p id="100%"></p><p id="html-own"></p>',
  );
});
