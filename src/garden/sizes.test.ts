import { expect, test } from 'vitest';
import { readAndRender } from './fixtures/read-and-render.ts';
import { shapes } from './fixtures/shapes.ts';

const names = Object.keys(shapes);
const dialects = ['obsidian', 'logseq'] as const;

function cost(dialect: (typeof dialects)[number], source: string): number {
  const start = process.cpuUsage();
  readAndRender(dialect, source);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test.each(dialects.flatMap((dialect) => names.map((name) => [dialect, name] as const)))(
  'a note of %s with %s is shown, or a diagnostic says what is not',
  (dialect, name) => {
    const { rendered, diagnostics } = readAndRender(dialect, shapes[name]?.(600) ?? '');
    expect(rendered).not.toBeNull();
    expect(diagnostics.filter(({ code }) => code === 'failed-note')).toEqual([]);
  },
);

// Before there were limits, each of these took four to sixteen times as long for twice the size.
test.each([
  ['obsidian', 'plain words'],
  ['obsidian', 'items'],
  ['obsidian', 'items two levels'],
  ['obsidian', 'paragraphs'],
  ['obsidian', 'quote marks in a line'],
  ['obsidian', 'star underscore'],
  ['obsidian', 'star run'],
  ['obsidian', 'fields'],
  ['obsidian', 'footnote open'],
  ['obsidian', 'nested tag'],
  ['logseq', 'nested tag'],
  ['logseq', 'div lines nested'],
] as const)('in %s the cost of %s grows with the size', (dialect, name) => {
  const source = (size: number) => shapes[name]?.(size) ?? '';
  cost(dialect, source(500));
  const small = Math.max(cost(dialect, source(2000)), 40);
  expect(cost(dialect, source(8000)) / small).toBeLessThan(11);
});

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
