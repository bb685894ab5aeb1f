import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import type { Callout } from '../../body.ts';
import {
  embedOf,
  gardenOf,
  htmlOf,
  noteOf,
  paragraph,
  root,
  sourcesOf,
  text,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

function callout(facts: Partial<Callout>): string {
  const plain = { kind: 'note', title: [], fold: 'none', children: [paragraph('x')] } as const;
  return htmlOf(root({ type: 'callout', ...plain, ...facts } as Callout));
}

test('a callout without a title has its kind as title, an alias the kind that it means', () => {
  expect(callout({ kind: 'tldr' })).toBe(
    '<div class="callout" data-callout="abstract"><div class="callout-title">Abstract</div>' +
      '<div class="callout-content">\n<p>x</p>\n</div></div>',
  );
  expect(callout({ kind: 'my-kind', children: [] })).toBe(
    '<div class="callout" data-callout="my-kind"><div class="callout-title">My kind</div></div>',
  );
});

test('a callout that folds does so without a script', () => {
  expect(callout({ fold: 'closed', title: [{ type: 'emphasis', children: [text('t')] }] })).toBe(
    '<details class="callout" data-callout="note"><summary class="callout-title"><em>t</em></summary>' +
      '<div class="callout-content">\n<p>x</p>\n</div></details>',
  );
  expect(callout({ fold: 'open' })).toContain('<details class="callout" data-callout="note" open>');
});

test('callouts of a Chinese note have Chinese titles', () => {
  const note = noteOf({ path: 'a.md', title: 'A', lang: 'zh' });
  const body = root({ type: 'callout', kind: 'warning', title: [], fold: 'none', children: [] });
  expect(renderNote(gardenOf([{ note }]), 'a', sourcesOf({ 'a.md': body })).page.html).toBe(
    '<div class="callout" data-callout="warning"><div class="callout-title">警告</div></div>',
  );
});

function list(...items: Partial<ListItem>[]): string {
  const children = items.map((item): ListItem => {
    return { type: 'listItem', children: [paragraph('do')], ...item };
  });
  return htmlOf(root({ type: 'list', children }));
}

test('tasks show their state, whatever character it is', () => {
  expect(
    list({ checked: false }, { checked: true }, { checked: true, data: { marker: '-' } }),
  ).toBe(
    '<ul class="contains-task-list">\n' +
      '<li class="task-list-item task" data-marker=" "><input type="checkbox" disabled aria-label="To do"> do</li>\n' +
      '<li class="task-list-item task" data-marker="x"><input type="checkbox" disabled checked aria-label="Done"> do</li>\n' +
      '<li class="task-list-item task" data-marker="-"><input type="checkbox" disabled checked aria-label="Task: -"> do</li>\n' +
      '</ul>',
  );
});

test.each<[string, BlockContent, RegExp]>([
  ['a paragraph', paragraph('x'), /^<p id="\^b">x<\/p>$/],
  ['a quote', { type: 'blockquote', children: [paragraph('x')] }, /^<blockquote id="\^b">/],
  ['code', { type: 'code', value: 'x', lang: 'js' }, /^<div id="\^b"><pre /],
  ['a table', { type: 'table', children: [] }, /^<div class="table-scroll" [^>]*id="\^b"/],
])('%s with an id of its own can be linked to', (_kind, node, expected) => {
  expect(htmlOf(root({ ...node, data: { fragment: '^b' } } as BlockContent))).toMatch(expected);
});

test('a head cell without words is no head', () => {
  const cell = (...children: PhrasingContent[]) => ({ type: 'tableCell' as const, children });
  const row = { type: 'tableRow' as const, children: [cell(), cell({ type: 'text', value: 'A' })] };
  expect(htmlOf(root({ type: 'table', children: [row] }))).toMatch(/<td><\/td>\s*<th>A<\/th>/);
});

test('a table scrolls in a box that the keyboard reaches', () => {
  expect(htmlOf(root({ type: 'table', children: [] }))).toBe(
    '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>\n</table></div>',
  );
});

test('a block among words ends the paragraph before it', () => {
  const notice = { type: 'notice' as const, kind: 'k', message: 'Only there.', source: '' };
  expect(htmlOf(root(paragraph('a', { type: 'break' }, notice, ' b')))).toBe(
    '<p>a</p>\n<div class="notice" data-kind="k"><p>Only there.</p></div>\n<p> b</p>',
  );
});

test('inline content among blocks gets a paragraph', () => {
  expect(htmlOf(root(embedOf(0)), [{ kind: 'unresolved' }])).toBe(
    '<p><span class="unresolved" title="Note “Kafka” does not exist">Kafka</span></p>',
  );
});

test('a highlight keeps its colour, covered words open without a script', () => {
  const highlight = { type: 'highlight' as const, color: 'text-red', children: [text('x')] };
  const cloze = { type: 'cloze' as const, cue: 'who', children: [text('Lamport')] };
  expect(htmlOf(root(paragraph(highlight, cloze)))).toBe(
    '<p><mark class="highlight" data-color="text-red">x</mark>' +
      '<label class="cloze"><input type="checkbox" aria-label="Show the answer"><span class="cloze-cue">(who)</span> ' +
      '<span class="cloze-answer">Lamport</span></label></p>',
  );
});

test('a video on another host is a link that loads nothing', () => {
  const media = { type: 'media' as const, service: 'youtube', title: '' };
  expect(htmlOf(root(paragraph({ ...media, url: 'https://www.youtube.com/watch?v=x' })))).toBe(
    '<p><a class="media" href="https://www.youtube.com/watch?v=x" rel="noopener" data-service="youtube">Watch or listen at youtube.com</a></p>',
  );
  expect(htmlOf(root(paragraph({ ...media, url: 'javascript:alert(1)' })))).toBe(
    '<p><span class="unresolved">javascript:alert(1)</span></p>',
  );
});

test('a notice keeps the source at hand', () => {
  expect(htmlOf(root({ type: 'notice', kind: 'k', message: 'Only there.', source: 'a < b' }))).toBe(
    '<div class="notice" data-kind="k"><p>Only there.</p><details><summary>Source</summary>' +
      '<pre tabindex="0"><code>a &#x3C; b</code></pre></details></div>',
  );
});

test('a picture on another host may have its size after a bar', () => {
  const image = (alt: string) =>
    htmlOf(root(paragraph({ type: 'image', url: 'https://x.example/a.png', alt })));
  expect(image('a log|200x100')).toBe(
    '<figure class="picture"><img loading="lazy" decoding="async" src="https://x.example/a.png" alt="a log" width="200" height="100" referrerpolicy="no-referrer"><figcaption aria-hidden="true">a log</figcaption></figure>',
  );
  expect(image('250')).toContain('alt="" width="250" ref');
  expect(image('a | b')).toContain('alt="a | b" ref');
  const data = { hProperties: { width: 80 } };
  expect(
    htmlOf(root(paragraph({ type: 'image', url: 'https://x.example/a.png', data }))),
  ).toContain('alt="" width="80" ref');
});

test('a first heading that repeats the title is not shown twice, but can be linked to', () => {
  const title = {
    type: 'heading' as const,
    depth: 1 as const,
    children: [text('A')],
    data: { fragment: 'a' },
  };
  expect(htmlOf(root(title, paragraph('x')))).toBe('<span id="a"></span>\n<p>x</p>');
  expect(htmlOf(root(paragraph('x'), title))).toMatch(/<h2 id="a">A<a /);
});
