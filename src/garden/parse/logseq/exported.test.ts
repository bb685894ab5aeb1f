import { expect, test } from 'vitest';
import { findVaults } from '../find-vaults.ts';
import { treeText } from '../fixtures/tree-text.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

const paths = [
  'g/Daily/Nov 27th, 2026.md',
  'g/Notes/Ada.md',
  'g/Notes/a/b.md',
  'g/Attachments/x.png',
];
const vault = readLogseqVault('g', null, paths);
const id = '61506712-3007-407e-b6d3-d008a8dfa88b';

function read(path: string, ...lines: string[]) {
  const { note, body } = parseLogseqNote({ path, source: lines.join('\n') }, vault);
  return { note, tree: treeText(body.children, note) };
}

test('notes and days that the database version exports are a graph, unless Obsidian has opened them', () => {
  expect(findVaults(paths)).toEqual([{ root: 'g', dialect: 'logseq' }]);
  expect(findVaults([...paths, 'g/.obsidian/app.json'])).toEqual([
    { root: 'g', dialect: 'obsidian' },
  ]);
  expect(findVaults(['g/Daily/2026-11-27.md', 'g/Notes/Ada.md'])).toEqual([
    { root: '', dialect: 'obsidian' },
  ]);
});

test('it has the folders of the export, and publishes nothing that does not ask for it', () => {
  const { pageFolder, journalFolder, attachments, fileNames, publishing } = vault;
  expect({ pageFolder, journalFolder, attachments, fileNames, publishing }).toEqual({
    pageFolder: 'Notes',
    journalFolder: 'Daily',
    attachments: 'Attachments',
    fileNames: 'plain',
    publishing: 'opt-in',
  });
  const own = [...paths, 'g/logseq/config.edn', 'g/pages/A.md'];
  expect(readLogseqVault('g', '{}', own)).toMatchObject({ pageFolder: 'pages' });
});

test('folders are part of a name, nothing in it is decoded, and days are journals', () => {
  const names = ['g/Notes/a/b.md', 'g/Notes/100%25 v1.2.md', 'g/Daily/Nov 27th, 2026.md'];
  expect(names.map((path) => read(path, '- x').note)).toMatchObject([
    { name: 'a/b', journal: null },
    { name: '100%25 v1.2', journal: null },
    { name: 'Nov 27th, 2026', journal: '2026-11-27' },
  ]);
});

test('check boxes are tasks, lines below them properties, ids at the end of a line ids', () => {
  const { note, tree } = read(
    'g/Notes/Ada.md',
    '---\nBirthday: "[[Dec 10th, 1815]]"\n---\n\n#Person\n',
    `- Words ^${id}`,
    '\t- [ ] Call #Urgent\n\t  Priority:: High',
    '\t- [x] Done',
    `\t- \`\`\`js\n\t  x\n\t  \`\`\` ^${id.replace('6', '7')}`,
  );
  expect(tree).toBe(
    'tag[Person] • “Words” ⟨• {TODO, priority: “High”} “Call ” tag[Urgent] • {DONE} “Done” • code[js x]⟩',
  );
  expect(note.blocks.map((block) => [block.id, block.text, block.task?.marker ?? ''])).toEqual([
    [id, 'Words', ''],
    ['', 'Call', 'TODO'],
    ['', 'Done', 'DONE'],
    [id.replace('6', '7'), '', ''],
  ]);
  expect(note.tags).toEqual(['Person', 'Urgent']);
  expect(note.properties.map(({ key }) => key)).toEqual(['birthday']);
  expect(note.blocks[1]?.properties).toMatchObject([{ key: 'priority', value: 'High' }]);
});

test('embeds of a block are the references that they were', () => {
  const { tree } = read(
    'g/Notes/Ada.md',
    `- ![[Ada#^${id}]] ![[Ada#^${id}|her **work**]] [[${id}]] ((${id}))`,
  );
  expect(tree).toBe(
    '• blockReference[^6150]() “ ” blockReference[^6150](“her ” strong(“work”)) “ ” ' +
      'blockReference[^6150]() “ ” blockReference[^6150]()',
  );
});
