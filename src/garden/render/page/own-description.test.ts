import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';

test.each([
  [
    'Runs `code` in a [sandbox](https://example.org/x) for [[Trees]]',
    'Runs code in a sandbox for Trees',
  ],
  ['**Bold** and [[Trees|some]], [a file](a.md)', 'Bold and some, a file'],
  ['Of List<String> and snake_case_names', 'Of List<String> and snake_case_names'],
  ['<b>h</b> [x](https://e.org) **q**<br>next', 'h x q next'],
  ['Seen <!-- not this --> twice', 'Seen twice'],
  ['<!-- not this --> seen', 'seen'],
  ['- no list', '- no list'],
  ['The mass $m$ [sic]', 'The mass m [sic]'],
])('the Markdown of a description is shown as words: %s', (written, shown) => {
  const source = `---\ndescription: ${JSON.stringify(written)}\n---\nBody.\n`;
  expect(readAndRender('obsidian', source).rendered?.page.description).toBe(shown);
});

test('so is that of a Logseq page', () => {
  const source = 'description:: Runs `code` for [[Trees]] in **bold**\n\n- Body.\n';
  expect(readAndRender('logseq', source).rendered?.page.description).toBe(
    'Runs code for Trees in bold',
  );
});
