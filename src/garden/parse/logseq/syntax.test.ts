import { expect, test } from 'vitest';
import { renderedRows, type Surroundings } from '../fixtures/rendered-rows.ts';
import { treeText } from '../fixtures/tree-text.ts';
import { logseqSyntax, syntaxConfig } from './fixtures/syntax.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

const vault = readLogseqVault('', syntaxConfig, []);

test.each(logseqSyntax)('$what is shown as: $shown', ({ source, tree }) => {
  const { note, body } = parseLogseqNote({ path: 'pages/Example.md', source }, vault);
  expect(treeText(body.children, note)).toBe(tree);
});

const around: Surroundings = {
  vault,
  path: 'pages/Example.md',
  notes: {
    'pages/Page.md': '- a page',
    'pages/Foo.md': '- another\n  id:: 6543a8e0-1111-4222-8333-444455556666',
    'pages/a%2Fb.md': '- below a',
    'journals/2026_01_04.md': '- that day',
  },
  files: ['assets/a b (1).png', 'assets/paper.pdf'],
};

test('every row is shown as the HTML that the table promises', async () => {
  await expect(renderedRows(logseqSyntax, around)).toMatchFileSnapshot('fixtures/syntax-html.txt');
});
