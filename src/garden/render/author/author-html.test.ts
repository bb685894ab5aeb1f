import { expect, test } from 'vitest';
import {
  gardenOf,
  htmlOf,
  noteOf,
  paragraph,
  root,
  sourcesOf,
  text,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

function blocks(...values: string[]): string {
  return htmlOf(root(...values.map((value) => ({ type: 'html' as const, value }))));
}

function inline(...values: string[]): string {
  const children = values.map((value) => {
    return value.startsWith('<') ? { type: 'html' as const, value } : text(value);
  });
  return htmlOf(root(paragraph(...children)));
}

test.each([
  ['<script>alert(1)</script>', ''],
  ['<style>body{display:none}</style>', ''],
  ['<img src=x onerror=alert(1)>', '<span class="unresolved" title="x">x</span>'],
  ['<svg onload=alert(1)><circle/></svg>', '<svg><circle></circle></svg>'],
  ['<svg><script>alert(1)</script></svg>', '<svg></svg>'],
  ['<svg><style>body{display:none}</style></svg>', '<svg></svg>'],
  ['<svg><image href="https://x.example/x.png"/></svg>', '<svg></svg>'],
  ['<svg><use href="https://x.example/x.svg#a"/></svg>', '<svg><use></use></svg>'],
  ['<svg><rect fill="url(https://x.example/x)"/></svg>', '<svg><rect></rect></svg>'],
  [
    '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><g class="unresolved"><title>This link cannot be opened in a browser: javascript:alert(1)</title><text>x</text></g></svg>',
  ],
  [
    '<svg><text>a <a href="Missing"><tspan>b</tspan></a></text></svg>',
    '<svg><text>a <tspan class="unresolved"><tspan>b</tspan></tspan></text></svg>',
  ],
  [
    '<svg><a xlink:href="https://x.example/"><rect width="2"/></a><circle/></svg>',
    '<svg><a href="https://x.example/" rel="noopener" class="external"><rect width="2"></rect></a><circle></circle></svg>',
  ],
  [
    '<svg><a name="here"><text>x</text></a></svg>',
    '<svg><g id="html-here"><text>x</text></g></svg>',
  ],
  [
    '<svg><foreignObject><a>x</a></foreignObject></svg>',
    '<svg><foreignObject><span>x</span></foreignObject></svg>',
  ],
  ['<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>', '<svg></svg>'],
  [
    '<svg><foreignObject><iframe src="https://x.example"></iframe></foreignObject></svg>',
    '<svg><foreignObject><a class="media" href="https://x.example" rel="noopener" data-service="frame">Open x.example</a></foreignObject></svg>',
  ],
  ['<math><mtext><script>alert(1)</script></mtext></math>', '<math><mtext></mtext></math>'],
  ['<b onclick="alert(1)">x</b>', '<b>x</b>'],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<span class="unresolved"></span>'],
  [
    '<form action="https://x.example"><input name="q"><button>Go</button></form>',
    '<span></span>Go',
  ],
  ['<base href="https://x.example/">', ''],
  ['<meta http-equiv="refresh" content="0;url=https://x.example">', ''],
  ['<link rel="stylesheet" href="https://x.example/x.css">', ''],
  ['<object data="x.swf"></object><embed src="x.swf">', ''],
  ['<!-- a --><!doctype html><?php echo 1 ?>b<![CDATA[c]]>', '&#x3C;?php echo 1 ?>b'],
  ['<template><script>alert(1)</script></template>', ''],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', ''],
])('%j becomes %j', (source, expected) => {
  expect(blocks(source).trim()).toBe(expected);
});

test.each([
  [
    '<svg viewBox="0 0 9 9"><text x="1" text-anchor="middle">A</text></svg>',
    '<svg viewBox="0 0 9 9"><text x="1" text-anchor="middle">A</text></svg>',
  ],
  [
    '<svg><linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)"/></svg>',
    '<svg><linearGradient id="html-g"><stop offset="0"></stop></linearGradient><rect fill="url(#html-g)"></rect></svg>',
  ],
  [
    '<math><msup><mi>x</mi><mn>2</mn></msup></math>',
    '<math><msup><mi>x</mi><mn>2</mn></msup></math>',
  ],
  ['<b>cp <path> <text></b>', '<b>cp &#x3C;path> &#x3C;text></b>'],
  [
    '<input type="checkbox" checked> <input value="a">',
    '<input type="checkbox" checked disabled> <span>a</span>',
  ],
  [
    '<img src="https://x.example/a.png" style="zoom:25%">',
    '<img src="https://x.example/a.png" style="zoom:25%" loading="lazy" alt="">',
  ],
])('%j stays what it is', (source, expected) => {
  expect(blocks(source).trim()).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,x',
])('a link to %j leads nowhere', (url) => {
  expect(blocks(`<a href="${url}">x</a>`)).toMatch(
    /^<span class="unresolved" title="[^"]*">x<\/span>$/,
  );
});

test('no width of an element but of a table is more than that of the column', () => {
  expect(blocks('<div style="width: 600px; max-width:20rem; height:9px">x</div>').trim()).toBe(
    '<div style="width:min(600px,100%);max-width:min(20rem,100%);height:9px">x</div>',
  );
  expect(blocks('<div style="width:50%;max-width:none">x</div>').trim()).toBe(
    '<div style="width:50%;max-width:none">x</div>',
  );
  expect(blocks('<table><tr><td style="width:600px">x</td></tr></table>')).toContain(
    '<td style="width:600px">x</td>',
  );
});

test('only harmless styles stay, and malformed ones never fail', () => {
  const style = (value: string) => blocks(`<span style="${value}">x</span>`);
  expect(style('color: red; position: fixed; TEXT-ALIGN:center')).toBe(
    '<span style="color:red;text-align:center">x</span>',
  );
  for (const bad of [
    '{{{',
    ';;:;',
    'color',
    'background:url(https://x.example/)',
    'color:\\65xpression(1)',
  ]) {
    expect(style(bad)).toBe('<span>x</span>');
  }
});

test('an unclosed element ends with its block', () => {
  expect(inline('one ', '<b>', 'two')).toBe('<p>one <b>two</b></p>');
  const body = root(
    { type: 'blockquote', children: [{ type: 'html', value: '<div>' }, paragraph('in')] },
    paragraph('out'),
  );
  expect(htmlOf(body)).toBe('<blockquote>\n<div>\n<p>in</p>\n</div></blockquote>\n<p>out</p>');
});

test('an end tag without a start tag does nothing', () => {
  expect(
    htmlOf(root(paragraph({ type: 'html', value: '</div></article></body></html>' }, 'x'))),
  ).toBe('<p>x</p>');
});

test('the title of a drawing stays, that of a document does not', () => {
  expect(blocks('<title>No</title><svg><title>Yes</title></svg>').trim()).toBe(
    '<svg><title>Yes</title></svg>',
  );
});

test('a drawing in a line of text is one drawing', () => {
  expect(
    inline('a ', '<svg viewBox="0 0 9 9">', '<rect width="2"/>', '</svg>', ' b ', '<rect>'),
  ).toBe('<p>a <svg viewBox="0 0 9 9"><rect width="2"></rect></svg> b &#x3C;rect></p>');
});

test('Markdown between tags stays Markdown', () => {
  const body = root(
    { type: 'html', value: '<details><summary>More</summary>' },
    paragraph({ type: 'emphasis', children: [text('x')] }),
    { type: 'html', value: '</details>' },
  );
  expect(htmlOf(body)).toBe('<details><summary>More</summary>\n<p><em>x</em></p>\n</details>');
});

test('what only looks like an element is text', () => {
  expect(inline('List', '<String>', ' and ', '<T>')).toBe('<p>List&#x3C;String> and &#x3C;T></p>');
});

test('ids of authors cannot stand in for the site’s, and links find them', () => {
  const body = root(
    { type: 'html', value: '<a name="here"></a><div id="search">x</div>' },
    paragraph({ type: 'link', url: '#here', children: [text('go')] }),
  );
  expect(htmlOf(body)).toBe(
    '<span id="html-here"></span><div id="html-search">x</div>\n<p><a href="#html-here">go</a></p>',
  );
});

test('players of other hosts become links', () => {
  expect(
    blocks('<iframe src="//player.bilibili.com/player.html?bvid=BV1xx411c7mD"></iframe>'),
  ).toBe(
    '<a class="media" href="https://www.bilibili.com/video/BV1xx411c7mD/" rel="noopener" data-service="bilibili">Watch or listen at bilibili.com</a>',
  );
});

test('tables, ruby, keys and sizes of pictures stay', () => {
  const source =
    '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table><kbd>Ctrl</kbd><ruby>字<rt>zì</rt></ruby>' +
    '<img src="https://x.example/a.png" width="20" alt="a">';
  expect(blocks(source)).toBe(source.replace('alt="a">', 'alt="a" loading="lazy">'));
});

test('a path to a published note leads there, and of any other one nothing is named', () => {
  const open = { note: noteOf({ path: 'Open.md', title: 'Open' }) };
  const from = { note: noteOf({ path: 'a.md', title: 'a' }) };
  const links = '<a href="Open.md">open</a> <a href="Zebra%20plan.md#x">other</a>';
  const body = root({ type: 'html', value: links });
  const { page } = renderNote(gardenOf([from, open]), 'a', sourcesOf({ 'a.md': body }));
  expect(page.html).toBe(
    '<a class="note-link" href="/garden/Open/">open</a> <span class="unresolved">other</span>',
  );
});

test.for([
  'url(x.png)',
  'image-set(x)',
  'attr(title)',
  'env(x)',
  'var(--x)',
  'element(x)',
  'src(x)',
])('a style that loads or reads something (%s) is left out', (value) => {
  expect(blocks(`<span style="background: ${value}">x</span>`)).toBe('<span>x</span>');
});
