import { expect, test } from 'vitest';
import { renderedRows, type Surroundings } from '../fixtures/rendered-rows.ts';
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

const around: Surroundings = {
  vault,
  path: 'sub/Example.md',
  notes: {
    'Note.md': '# Heading\n\nUnder it.\n\n## One\n\n### Two\n\nA block. ^id',
    'folder/Note.md': 'In a folder.',
    'Functions.md': '## `has`',
    'a b.md': 'With a blank.',
    '笔记.md': '有。',
    'Ada.md': '---\ntags: book\nrating: 5\n---\nA person.',
    'Library/Read.md':
      '---\ntags: book\nrating: 3\nauthors: Ada\n---\n- [ ] return it\n- [x] read it',
    'Board.canvas':
      '{"nodes":[{"id":"a","type":"text","text":"card","x":0,"y":0,"width":90,"height":40}],"edges":[]}',
    'Books.base':
      'filters: file.hasTag("book")\nviews:\n  - type: table\n    name: Read\n    order: [file.name, rating]',
  },
  files: ['a.png', 'paper.pdf', 'talk.mp3', 'talk.mp4'],
};

test('every row is shown as the HTML that the table promises', async () => {
  await expect(renderedRows(obsidianSyntax, around)).toMatchFileSnapshot(
    'fixtures/syntax-html.txt',
  );
});
