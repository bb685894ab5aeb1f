import { expect, test } from 'vitest';
import { noteText } from '../fixtures/tree-text.ts';
import { obsidianSyntax } from './fixtures/syntax.ts';
import { parseObsidianNote } from './parse-obsidian-note.ts';
import { readObsidianVault } from './vault/vault.ts';

const vault = readObsidianVault('', { app: null, publish: null }, []);

test.each(obsidianSyntax)('$what is shown as: $shown', (row) => {
  const { source, tree, file = 'Example.md', facts = {} } = row;
  const parsed = parseObsidianNote({ path: file, source }, vault);
  expect(noteText(parsed)).toBe(tree);
  expect(parsed.note).toMatchObject(facts);
});
