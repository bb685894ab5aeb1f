import { expect, test } from 'vitest';
import { type Load, loads } from './fixtures/loads.ts';
import { readAndRender } from './fixtures/read-and-render.ts';
import { shapes } from './fixtures/shapes.ts';
import { findExcess, withoutExcess } from './parse/markdown/budget.ts';

const names = Object.keys(shapes);
const dialects = ['obsidian', 'logseq'] as const;

test.each(dialects.flatMap((dialect) => names.map((name) => [dialect, name] as const)))(
  'a note of %s with %s is shown, or a diagnostic says what is not',
  (dialect, name) => {
    const { rendered, diagnostics } = readAndRender(dialect, shapes[name]?.(300) ?? '');
    expect(rendered).not.toBeNull();
    expect(diagnostics.filter(({ code }) => code === 'failed-note')).toEqual([]);
  },
);

test('what is beyond the limits costs its block, and the diagnostic names its line', () => {
  const source = `Before.\n\n${'*a_b'.repeat(4000)}\n\n${'> '.repeat(5000)}x\n\nAfter.`;
  const { rendered, diagnostics } = readAndRender('obsidian', source);
  const notice = (reason: string) =>
    `<div class="notice" data-kind="too-large"><p>This part of the note is not shown: ${reason}</p></div>`;
  expect(rendered?.page.html).toBe(
    `<p>Before.</p>\n${notice('too many marks')}\n${notice('too deep')}\n<p>After.</p>`,
  );
  expect(diagnostics.map(({ code, path, line }) => [code, path, line])).toEqual([
    ['too-large', 'Note.md', 3],
    ['too-large', 'Note.md', 5],
  ]);
});

test('deep lines one after the other are left out together', () => {
  const source = Array.from({ length: 130 }, (_, depth) => `${'\t'.repeat(depth)}- x`).join('\n');
  const { rendered, diagnostics } = readAndRender('obsidian', source);
  expect(rendered?.page.html.split('data-kind="too-large"')).toHaveLength(2);
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['too-large', 102]]);
});

test('deep lines that are left out leave no line of blanks, which each open list would read', () => {
  const source = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n');
  const read = withoutExcess(source, findExcess(source));
  const lengths = (text: string) => text.split('\n').map((line) => line.length);
  expect(lengths(read)).toEqual(lengths(source));
  expect(read).not.toMatch(/^[ \t]*$/mu);
});

test.each(
  dialects.flatMap((dialect) => Object.keys(loads).map((name) => [dialect, name] as const)),
)('a part of a very large note of %s with %s is shown', (dialect, name) => {
  const { size, source } = loads[name] as Load;
  const { rendered, diagnostics } = readAndRender(dialect, source(Math.ceil(size / 200), dialect));
  expect(rendered).not.toBeNull();
  expect(diagnostics.filter(({ code }) => code === 'failed-note')).toEqual([]);
});

test('what other pages show of a block with many links grows with the links', () => {
  const lengthOf = (links: number) => {
    const { source } = loads['links in a block'] as Load;
    return JSON.stringify(readAndRender('logseq', source(links, 'logseq')).rendered?.excerpts)
      .length;
  };
  expect(lengthOf(400) / lengthOf(200)).toBeLessThan(2.5);
});

test('a note of more than six million characters is not published, and says why', () => {
  const { rendered, diagnostics } = readAndRender('obsidian', 'word '.repeat(1_200_001));
  expect(rendered).toBeNull();
  expect(diagnostics).toEqual([
    {
      ...{ code: 'too-large', path: 'Note.md', line: 1, column: 1 },
      message:
        'The note has 6.0 million characters, and at most 6 million are read: it is not published.',
      hint: 'Divide it into several notes.',
    },
  ]);
});

test('what is too large to be read does not hide that the note is private', () => {
  const fields = Array.from({ length: 12_000 }, (_, index) => `key${index}:: value`);
  const source = fields.with(6000, 'private:: true').join('\n');
  const { rendered, diagnostics } = readAndRender('obsidian', source);
  expect(rendered).toBeNull();
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['too-large', 1],
    ['invalid-property', 6001],
  ]);
});
