import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';
import type { Target } from '../../garden.ts';
import {
  block,
  embedOf,
  gardenOf,
  type HandMade,
  heading,
  linkOf,
  noteOf,
  outline,
  paragraph,
  root,
  sourcesOf,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

function made(name: string, ...targets: Target[]): HandMade {
  const links = targets.map((_, index) =>
    linkOf(name, { kind: 'embed', line: index + 3, source: `![[${name}]]` }),
  );
  return { note: noteOf({ path: `${name}.md`, title: name.toUpperCase(), links }), targets };
}

function to(id: string, fragment = ''): Target {
  return { kind: 'note', id, fragment };
}

function pageOf(notes: readonly HandMade[], bodies: Record<string, Root>) {
  return renderNote(gardenOf(notes), 'a', sourcesOf(bodies));
}

test('an embedded note is below its paragraph, with unique ids and a link to its source', () => {
  const { page } = pageOf([made('a', to('b')), made('b')], {
    'a.md': root(heading(2, 'Mine', 'mine'), paragraph('Before ', embedOf(0), ' after')),
    'b.md': root(heading(1, 'Yours', 'mine'), paragraph('Text')),
  });
  expect(page.html).toBe(
    '<h2 id="mine">Mine<a class="heading-anchor" href="#mine" aria-label="Link to this section">#</a></h2>\n' +
      '<p>Before </p>\n<div class="embed" data-kind="note"><div class="embed-content">' +
      '<h3 id="embed-1-mine">Yours</h3>\n<p>Text</p></div>' +
      '<a class="embed-source" href="/garden/b/" title="From B">B</a></div>\n<p> after</p>',
  );
  expect(page.contents).toEqual([{ fragment: 'mine', depth: 2, text: 'Mine' }]);
  expect(page.search).toEqual([{ fragment: 'mine', heading: 'Mine', text: 'Before\nafter' }]);
});

test('a marked area of a PDF without its picture is said in words, also in a line', () => {
  const link = linkOf('1_x_2.png', { kind: 'embed' });
  const note = noteOf({ path: 'a.md', title: 'A', links: [link, linkOf('', { by: 'block' })] });
  const targets: Target[] = [{ kind: 'unresolved' }, to('a', 'area')];
  const area = block('area', {}, paragraph(embedOf(0, { areaOf: '13' })));
  const reference = { type: 'blockReference' as const, link: 1, children: [] };
  const { page } = pageOf([{ note, targets }], {
    'a.md': root(outline(area, block('b', {}, paragraph(reference)))),
  });
  expect(page.html).toContain(
    '<div class="notice" data-kind="missing-area"><p>' +
      'The picture of the marked area on page 13 is not in the vault.</p></div>',
  );
  expect(page.html).toContain(
    '<a class="note-link block-reference" href="/garden/a/#area">Marked area on page 13</a>',
  );
});

test('an embedded section ends before the next heading of its depth', () => {
  const { page } = pageOf([made('a', to('b', 'two')), made('b')], {
    'a.md': root(paragraph(embedOf(0))),
    'b.md': root(
      heading(2, 'One', 'one'),
      heading(2, 'Two', 'two'),
      paragraph('in'),
      heading(3, 'Deeper', 'deeper'),
      heading(2, 'Three', 'three'),
    ),
  });
  expect(page.html).toContain(
    '<div class="embed" data-kind="section"><div class="embed-content">' +
      '<h2 id="embed-1-two">Two</h2>\n<p>in</p>\n<h3 id="embed-1-deeper">Deeper</h3></div>',
  );
});

test('a heading and a link hold words only', () => {
  const title = { ...heading(2, '', 'h'), children: [embedOf(0)] };
  const { page } = pageOf([made('a', to('b')), made('b')], { 'a.md': root(title) });
  expect(page.html).toMatch(/^<h2 id="h"><a class="note-link" href="\/garden\/b\/">a<\/a><a /);
});

test('an embedded copy has footnotes of its own', () => {
  const word = paragraph('Word', { type: 'footnoteReference', identifier: '1' });
  const note = {
    type: 'footnoteDefinition' as const,
    identifier: '1',
    children: [paragraph('More.')],
  };
  const { page } = pageOf([made('a', to('b')), made('b')], {
    'a.md': root(word, embedOf(0), note),
    'b.md': root(word, note),
  });
  const ids = [...page.html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    'fnref-1',
    ...['embed-1-fnref-1', 'embed-1-footnote-label', 'embed-1-fn-1'],
    ...['footnote-label', 'fn-1'],
  ]);
  expect(page.html.match(/aria-describedby="[^"]*"/g)).toEqual([
    'aria-describedby="footnote-label"',
    'aria-describedby="embed-1-footnote-label"',
  ]);
  expect(page.search).toEqual([{ fragment: '', heading: '', text: 'Word\nMore.' }]);
});

test('an embedded block is shown alone', () => {
  const item = (words: string, fragment: string) => ({
    type: 'listItem' as const,
    data: { fragment },
    children: [paragraph(words)],
  });
  const { page } = pageOf([made('a', to('b', 'y')), made('b')], {
    'a.md': root(paragraph(embedOf(0))),
    'b.md': root({ type: 'list', children: [item('one', 'x'), item('two', 'y')] }),
  });
  expect(page.html).toContain(
    '<div class="embed-content"><ul>\n<li id="embed-1-y">two</li>\n</ul></div>',
  );
});

test('a note that embeds itself by way of another ends in a link and a diagnostic', () => {
  const { page, diagnostics } = pageOf([made('a', to('b')), made('b', to('a'))], {
    'a.md': root(paragraph(embedOf(0))),
    'b.md': root(paragraph(embedOf(0))),
  });
  expect(diagnostics).toEqual([
    {
      code: 'embed-cycle',
      path: 'b.md',
      line: 3,
      column: 1,
      message: 'The embed ![[b]] contains itself; it is shown as a link.',
      hint: 'Link to it instead of embedding it.',
    },
  ]);
  expect(page.html).toContain(
    '<div class="notice" data-kind="embed-cycle"><p>This embed contains itself, so it is shown as a link.</p>' +
      '<p><a class="note-link" href="/garden/a/">b</a></p></div>',
  );
});

test('embeds nest to the depth of the policy', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const notes = names.map((name, index) => made(name, to(names[index + 1] ?? 'a')));
  const bodies = Object.fromEntries(
    names.map((name) => [`${name}.md`, root(paragraph(embedOf(0)))]),
  );
  const { page, diagnostics } = pageOf(notes, bodies);
  expect(page.html.match(/class="embed"/g)?.length).toBe(3);
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['embed-depth', 'd.md']]);
});

test('a private note is not embedded and not named', () => {
  const { page } = pageOf([made('a', { kind: 'private' })], {
    'a.md': root(paragraph(embedOf(0, { alt: 'a' }))),
  });
  expect(page.html).toBe(
    '<p><span class="private-link" title="This note is not published">unpublished note</span></p>',
  );
});

test('an embedded block does not repeat the references that its own page lists', () => {
  const line = { ...paragraph('Text'), data: { fragment: 'x' } };
  const b = { ...made('b'), backlinks: [{ from: 'a', link: linkOf('b'), fragment: 'x' }] };
  const notes = [made('a', to('b')), b];
  const bodies = { 'a.md': root(embedOf(0)), 'b.md': root(line) };
  const own = renderNote(gardenOf(notes), 'b', sourcesOf(bodies)).page.html;
  expect(own).toContain('block-references');
  expect(pageOf(notes, bodies).page.html).not.toContain('block-references');
});

test('where an own part is missing, the link instead of it has the title of the note', () => {
  const { rendered } = readAndRender('obsidian', '![[#Nowhere]]');
  expect(rendered?.page.html).toContain('<a class="note-link" href="/note/">Note</a>');
});
