import { expect, test } from 'vitest';
import { readAndRender } from './fixtures/read-and-render.ts';
import { shapes } from './fixtures/shapes.ts';

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
