import { expect, test } from 'vitest';
import { treeText } from '../fixtures/tree-text.ts';
import { logseqSyntax, syntaxConfig } from './fixtures/syntax.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

const vault = readLogseqVault('', syntaxConfig, []);

test.each(logseqSyntax)('$what is shown as: $shown', ({ source, tree }) => {
  const { note, body } = parseLogseqNote({ path: 'pages/Example.md', source }, vault);
  expect(treeText(body.children, note)).toBe(tree);
});
