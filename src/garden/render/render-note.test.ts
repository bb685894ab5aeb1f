import type { Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import type { Target } from '../garden.ts';
import { gardenOf, linkOf, noteOf, sourcesOf } from './fixtures/hand-made.ts';
import { renderNote } from './render-note.ts';

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

function paragraph(...children: unknown[]): RootContent {
  return { type: 'paragraph', children } as RootContent;
}

function root(...children: unknown[]): Root {
  return { type: 'root', children } as Root;
}

const kafka = noteOf({ path: 'Kafka.md', title: 'Kafka' });

function htmlWith(body: Root, targets: Target[] = [], links = targets.map(() => linkOf('Kafka'))) {
  const note = noteOf({ path: 'a.md', title: 'A', links });
  const garden = gardenOf([
    { note, targets },
    { note: kafka, targets: [] },
  ]);
  const sources = sourcesOf({ 'a.md': body, 'Kafka.md': root(paragraph(text('A log.'))) });
  return renderNote(garden, 'a', sources).page.html;
}

test('a link to a note has an address below the base', () => {
  const body = root(paragraph({ type: 'noteLink', link: 0, children: [text('Kafka')] }));
  expect(htmlWith(body, [{ kind: 'note', id: 'Kafka', fragment: 'Über uns' }])).toBe(
    '<p><a class="note-link" href="/garden/Kafka/#%C3%9Cber%20uns">Kafka</a></p>',
  );
});

test.each([
  ['https://example.org/a b.png', 'https://example.org/a b.png'],
  ['//example.org/a.png', '//example.org/a.png'],
  ['https://', ''],
  ['https://[oops', ''],
  ['obsidian://open?vault=mine', ''],
])('the picture of a note at %s is %j', (image, expected) => {
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A', image }) }]);
  expect(renderNote(garden, 'a', sourcesOf({ 'a.md': root() })).page.image).toBe(expected);
});

const lostBlock =
  '<div class="notice" data-kind="failed-block"><p>This part of the note cannot be shown.</p></div>';

function renderedWith(...blocks: unknown[]) {
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A', lang: 'en' }) }]);
  return renderNote(garden, 'a', sourcesOf({ 'a.md': root(...blocks) }));
}

/** A block whose rendering throws. */
function broken(line: number): RootContent {
  const position = { start: { line, column: 3 }, end: { line, column: 9 } };
  return { type: 'code', value: null, lang: { a: 'secret' }, position } as unknown as RootContent;
}

test('a block that cannot be rendered costs its place, and is reported with it', () => {
  const { page, markdown, diagnostics } = renderedWith(
    paragraph(text('Before.')),
    broken(3),
    { type: 'list', children: [{ type: 'listItem', children: [broken(7)] }] },
    paragraph(text('After.')),
  );
  expect(page.html).toBe(
    `<p>Before.</p>\n${lostBlock}\n<ul>\n<li>\n${lostBlock}\n</li>\n</ul>\n<p>After.</p>`,
  );
  expect(markdown).not.toContain('secret');
  expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['failed-note', 3, 3],
    ['failed-note', 7, 3],
  ]);
});

test('blocks that a later step cannot read cost their places', () => {
  let deep: unknown = text('a secret');
  for (let depth = 0; depth < 700; depth++) deep = { type: 'blockquote', children: [deep] };
  const { page, diagnostics } = renderedWith(paragraph(text('Before.')), deep);
  expect(page.html.startsWith('<p>Before.</p>')).toBe(true);
  expect(page.html).not.toContain('This note cannot be shown.');
  expect(diagnostics.length).toBeLessThan(3);
});

test('a note that cannot be rendered has a page that says so, and nothing else of it', () => {
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A', lang: 'en' }) }]);
  const children = null as unknown as RootContent[];
  const rendered = renderNote(garden, 'a', sourcesOf({ 'a.md': { type: 'root', children } }));
  expect(rendered.page.html).toBe(
    '<div class="notice" data-kind="failed-note"><p>This note cannot be shown.</p></div>',
  );
  expect(JSON.stringify([rendered.page, rendered.markdown])).not.toContain('secret');
  expect(rendered.diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
    [
      'failed-note',
      'a.md',
      expect.stringMatching(/^The garden failed while rendering this note: Cannot read/),
    ],
  ]);
});
