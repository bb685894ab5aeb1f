import { expect, test } from 'vitest';
import type { Block, Note, Vault } from '../../note.ts';
import { treeText } from '../fixtures/tree-text.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

const id = '6543a8e0-1111-4222-8333-444455556666';
const graph = readLogseqVault('graph', '{:file/name-format :triple-lowbar}', []);

function read(source: string, path = 'graph/pages/Example.md', vault: Vault = graph): Note {
  return parseLogseqNote({ path, source }, vault).note;
}

function tree(source: string, vault: Vault = graph): string {
  const { note, body } = parseLogseqNote({ path: 'graph/pages/Example.md', source }, vault);
  return treeText(body.children, note);
}

test('a vector that names no element of HTML is text', () => {
  expect(tree('- No entity [:block/uuid nil], [:my-el "a"]')).toBe(
    '• “No entity [:block/uuid nil], [:my-el "a"]”',
  );
});

test('a page is called by its title, else by its file', () => {
  expect(read('title:: mit/6.824\n\n- a', 'graph/pages/mit%2F6.824.md').name).toBe('mit/6.824');
  expect(read('- a', 'graph/pages/mit___6.824.md').name).toBe('mit/6.824');
  expect(read('\n\ntitle:: late\n- a').name).toBe('late');
  expect(read('title:: "Fri, 2026/01/02"\n- a').name).toBe('Fri, 2026/01/02');
  expect(read('- a', 'graph/pages/contents.md').name).toBe('Contents');
});

test('a journal has its day and the configured title, whatever the name of its file', () => {
  const daily = readLogseqVault('', '{:journal/page-title-format "yyyy-MM-dd EEE"}', []);
  for (const path of [
    'journals/2026_01_02.md',
    'journals/2026-01-02.md',
    'pages/Jan 2nd, 2026.md',
  ]) {
    const { name, title, journal } = read('- a', path, daily);
    expect({ name, title, journal }).toEqual({
      name: '2026-01-02 Fri',
      title: '2026-01-02 Fri',
      journal: '2026-01-02',
    });
  }
  expect(read('- a', 'journals/CLAUDE.md', daily).journal).toBeNull();
});

test('aliases and tags are split on both commas and have no row of their own', () => {
  const note = read('alias:: One, 二，[[Three, 3]]\ntags:: a，#b, [[c d]]\n\n- x #e');
  expect(note.aliases).toEqual(['One', '二', 'Three, 3']);
  expect(note.tags).toEqual(['e', 'a', 'b', 'c d']);
  expect(note.properties.map(({ key, shown }) => [key, shown])).toEqual([
    ['alias', false],
    ['tags', false],
  ]);
  expect(note.links.map(({ kind, name }) => [kind, name])).toEqual([
    ['tag', 'a'],
    ['tag', 'b'],
    ['tag', 'c d'],
    ['tag', 'e'],
  ]);
});

test('in a block `tags::` names pages, and a tag in any property stays a tag', () => {
  const note = read('topic:: #a, [[b]]\n\n- x\n  tags:: c');
  expect(note.tags).toEqual(['a']);
  expect(note.links.map(({ kind, name }) => [kind, name])).toEqual([
    ['tag', 'a'],
    ['property', 'b'],
    ['property', 'c'],
  ]);
});

test('values have the types that Logseq gives them', () => {
  const source =
    'year:: 2026\nread:: true\nquoted:: "[[x]], 1"\nby:: [[Ada]] and #b\nempty::\nMy_Key:: a, b';
  expect(read(source).properties.map(({ key, value }) => [key, value])).toEqual([
    ['year', 2026],
    ['read', true],
    ['quoted', '[[x]], 1'],
    ['by', ['Ada', 'b']],
    ['empty', ''],
    ['my-key', 'a, b'],
  ]);
});

test('YAML front matter is read as YAML', () => {
  const note = read(
    '---\ntitle: Real\ntags: [a, b]\npublic: true\n---\n- x',
    'graph/pages/File.md',
  );
  expect([note.name, note.tags, note.visibility]).toEqual(['Real', ['a', 'b'], 'public']);
  expect(note.blocks.map(({ text, line }) => [text, line])).toEqual([['x', 6]]);
});

test.each([
  ['- x', 'unset'],
  ['public:: true\n- x', 'public'],
  ['public:: TRUE\n- x', 'unclear'],
  ['public:: false\n- x', 'private'],
  ['public:: yes\n- x', 'unclear'],
  ['public:: private\n- x', 'unclear'],
  ['public::\n- x', 'unset'],
  ['public:: true\npublic:: false\n- x', 'private'],
  ['private:: true\n- x', 'private'],
  ['publish:: true\n- x', 'unset'],
  ['publish:: false\n- x', 'private'],
  ['- public:: false\n  x', 'private'],
  ['- public:: true\n  x', 'unset'],
  ['- x\n- public:: true', 'unset'],
  ['---\npublic: [\n---\n- x', 'unreadable'],
  ['---\npublic: "true"\n---\n- x', 'unclear'],
])('the switch fails closed: %j is %s', (source, visibility) => {
  expect(read(source).visibility).toBe(visibility);
});

test('a switch that is neither true nor false, or in a bullet, is reported with its place', () => {
  const place = ({ code, line, column }: Note['diagnostics'][number]) => [code, line, column];
  expect(read('title:: x\npublic:: yes\n- x').diagnostics.map(place)).toEqual([
    ['invalid-property', 2, 1],
  ]);
  expect(read('- title:: x\n  alias:: y').diagnostics.map(place)).toEqual([
    ['misplaced-property', 1, 3],
    ['misplaced-property', 2, 3],
  ]);
});

test('blocks know their parents, ids and first lines', () => {
  const source = `- # One [[a]]\n  id:: ${id}\n\t- two\n\t  more\n\t-\n\t- TODO three\n- four`;
  const facts = ({ fragment, id: own, parent, text, line }: Block) => [
    own,
    parent,
    text,
    line,
    fragment,
  ];
  const blocks = read(source).blocks.map(facts);
  expect(blocks.map((block) => block.slice(0, 4))).toEqual([
    [id, -1, 'One a', 1],
    ['', 0, 'two', 3],
    ['', 0, 'three', 6],
    ['', -1, 'four', 7],
  ]);
  expect(blocks[0]?.[4]).toBe(id);
});

test('a fragment survives edits elsewhere, folding and ticking off', () => {
  const fragments = (source: string) =>
    Object.fromEntries(read(source).blocks.map(({ text, fragment }) => [text, fragment]));
  const before = fragments('- a\n\t- TODO b\n- c\n\t- d');
  const after = fragments(
    '- new\n- a\n  collapsed:: true\n\t- first\n\t- DONE b\n- c changed\n\t- d',
  );
  expect(after['a']).toBe(before['a']);
  expect(after['b']).toBe(before['b']);
  expect(after['d']).not.toBe(before['d']);
});

test('equal blocks and ids that are given twice have fragments of their own', () => {
  const { blocks } = read(`- a\n- a\n- b\n  id:: ${id}\n- c\n  id:: ${id}`);
  expect(new Set(blocks.map(({ fragment }) => fragment)).size).toBe(4);
  expect(blocks.map((block) => block.id)).toEqual(['', '', id, id]);
});

test('a link keeps its place, its source and the text around it', () => {
  const [, link] = read('- a\n\t- see **[[One]]** and [two](../assets/b.pdf), `[[no]]`').links;
  expect(link).toMatchObject({
    line: 2,
    column: 24,
    name: '../assets/b.pdf',
    by: 'path',
    label: 'two',
  });
  expect(read('- a\n\t- see **[[One]]** and `x` more').links).toEqual([
    {
      kind: 'link',
      by: 'name',
      name: 'One',
      anchor: null,
      label: '',
      source: '[[One]]',
      line: 2,
      column: 10,
      context: {
        before: 'see ',
        text: 'One',
        after: ' and x more',
        fragment: read('- a\n\t- see **[[One]]** and `x` more').blocks[1]?.fragment,
      },
    },
  ]);
});

test('the context of a link in a long block is cut at words', () => {
  const words = 'word '.repeat(100);
  const context = read(`- ${words}[[One]] ${words}`).links[0]?.context;
  expect(context?.before).toMatch(/^…word (?:word )+$/);
  expect(context?.after).toMatch(/^ (?:word )+word…$/);
  expect(context?.before.length).toBeLessThan(182);
});

test('references in macros and clozes are shown and do not count', () => {
  const vault: Vault = { ...graph, macros: { see: 'see [[$1]]', loop: '{{loop}}' } };
  const { links } = read(
    '- {{see One}} {{cloze [[Two]]}} {{embed [[Three]]}}',
    'graph/pages/a.md',
    vault,
  );
  expect(links.map(({ name, uncounted }) => [name, uncounted ?? false])).toEqual([
    ['One', true],
    ['Two', true],
    ['Three', false],
  ]);
  expect(tree('- {{loop}}', vault)).toBe('• inlineCode[{{loop}}]');
});

test('unlinked names are looked for outside links, code, formulas and HTML', () => {
  expect(
    read('- one [[two]] `three` $four$ [five](https://example.org) <b>six</b> **seven**').text,
  ).toBe('one \n seven');
});

test('a mermaid fence is a diagram of the note, its links among the note’s', () => {
  const note = read('- How it works\n  ```mermaid\n  graph LR\n    A["[[One]]"] --> B\n  ```');
  expect(
    note.diagrams.map(({ heading, original, links, line }) => ({ heading, original, links, line })),
  ).toEqual([
    { heading: 'How it works', original: 'graph LR\n  A["[[One]]"] --> B', links: [0], line: 2 },
  ]);
  expect(note.links.map(({ kind, name, line, column }) => ({ kind, name, line, column }))).toEqual([
    { kind: 'diagram', name: 'One', line: 4, column: 8 },
  ]);
});

test('the context of a link in a diagram is its relation and the block', () => {
  const arrow = 'P["Producer"] -->|append| B["[[Broker]]"]';
  const { blocks, links } = read(`- Logs\n  \`\`\`mermaid\n  graph LR\n    ${arrow}\n  \`\`\``);
  const fragment = blocks[0]?.fragment ?? '?';
  expect(links.map(({ context }) => context)).toEqual([
    { before: 'Producer → ', text: 'Broker', after: ': append', fragment },
  ]);
});

test('diagrams in other languages are reported', () => {
  const { diagnostics } = read('- ```plantuml\n  A -> B\n  ```');
  expect(diagnostics).toEqual([
    {
      code: 'unsupported-syntax',
      path: 'graph/pages/Example.md',
      line: 1,
      column: 3,
      message: 'Diagrams of PlantUML are not drawn here; this is the source.',
      hint: 'Mermaid diagrams are drawn.',
    },
  ]);
});

test('highlights of a PDF are quotes with their page; areas show their picture', () => {
  const path = 'graph/pages/hls__A_Paper_1699541349679_0.md';
  const source = [
    'file:: [A_Paper.pdf](../assets/A_Paper_1699541349679_0.pdf)',
    'file-path:: ../assets/A_Paper_1699541349679_0.pdf',
    '',
    '- marked words',
    '  ls-type:: annotation',
    '  hl-page:: 12',
    '  hl-color:: yellow',
    `- [:span]\n  ls-type:: annotation\n  hl-page:: 13\n  hl-type:: area\n  hl-stamp:: 1699541400000\n  id:: ${id}`,
  ].join('\n');
  const { note, body } = parseLogseqNote({ path, source }, graph);
  expect(note.title).toBe('A Paper');
  expect(treeText(body.children, note)).toBe(
    `• {yellow} blockquote(“marked words” ¶ emphasis(“p. 12”)) • blockquote(embed[../assets/A_Paper_1699541349679_0/13_${id}_1699541400000.png] ¶ emphasis(“p. 13”))`,
  );
  expect(note.links.map(({ name }) => name)).toEqual([
    `../assets/A_Paper_1699541349679_0/13_${id}_1699541400000.png`,
  ]);
});

test('an area of a PDF is one though Logseq never saved its picture', () => {
  const path = 'graph/pages/hls__a.md';
  const facts = 'ls-type:: annotation\n  hl-page:: 3\n  hl-type:: area';
  const source = `file-path:: ../assets/a.pdf\n\n- [:span]\n  ${facts}\n  id:: ${id}`;
  const { note, body } = parseLogseqNote({ path, source }, graph);
  expect(treeText(body.children, note)).toBe(
    `• blockquote(embed[../assets/a/3_${id}_.png] ¶ emphasis(“p. 3”))`,
  );
});

test('what only the program can show is reported with its place', () => {
  const { diagnostics } = read('- a\n\t- {{renderer :x}}\n\t- {{query (between soon today)}}');
  expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['unsupported-syntax', 2, 4],
    ['unsupported-syntax', 3, 4],
  ]);
});

test('a card is known as one, and {{cards}} asks for cards', () => {
  const source = '- What? #card\n\t- That\n- {{cards [[A]]}}';
  const { note, body } = parseLogseqNote({ path: 'graph/pages/Example.md', source }, graph);
  expect(note.blocks.map(({ text, card }) => [text, card])).toEqual([
    ['What?', true],
    ['That', undefined],
    ['', undefined],
  ]);
  expect(JSON.stringify(body)).toContain(
    '"filter":{"op":"and","of":[{"op":"card"},{"op":"link","name":"A"}]}',
  );
});

test('a page without a bullet is prose with lists, tables and headings', () => {
  expect(
    tree('Prose\n\n* one\n  * two\n\n| a | b |\n|---|---|\n| [[c]] | d |\n\n## More\ntext'),
  ).toBe(
    '“Prose” list(listItem(“one” list(listItem(“two”)))) ' +
      'table(tableRow(tableCell(“a”) tableCell(“b”)) tableRow(tableCell(noteLink[c](“c”)) tableCell(“d”))) ' +
      '• {h2} “More” ¶ “text”',
  );
});

test.each([
  ['references', '[['.repeat(500)],
  ['references in references', `${'[['.repeat(500)}a${']]'.repeat(500)}`],
  ['block references', '(('.repeat(500)],
  ['macros', '{{a '.repeat(500)],
  ['containers', '- #+BEGIN_X\n'.repeat(500)],
  ['quotes', `- ${'> '.repeat(2000)}x`],
  ['lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}* x`).join('\n')],
  ['blocks', Array.from({ length: 500 }, (_, depth) => `${'\t'.repeat(depth)}- x`).join('\n')],
  ['hiccup', '[:b '.repeat(2000)],
  ['emphasis', '*a **b '.repeat(2000)],
  ['formulas and code', `${'$'.repeat(999)} ${'`'.repeat(999)}`],
  ['the end of the line', '- \\'],
])('however deep or unfinished, nothing throws: %s', (_, source) => {
  expect(() => read(source)).not.toThrow();
});

test('dashes in quotes and admonitions are lists; wide blanks are text', () => {
  expect(tree('- > - one\n  > - two')).toBe('• blockquote(list(listItem(“one”) listItem(“two”)))');
  expect(tree('- x\n  \u3000* y')).toBe('• “x” ⏎ “\u3000* y”');
});

test('a log book that is not closed is not printed either', () => {
  expect(tree('- DONE a\n  :LOGBOOK:\n  CLOCK: [2026-01-02 Fri 10:00:00]\n- b')).toBe(
    '• {DONE} “a” • “b”',
  );
});

test('characters of the private use areas stay as they are', () => {
  expect(tree('- icon \u{f0000} stays \ue000 **bold**')).toBe(
    '• “icon \u{f0000} stays \ue000 ” strong(“bold”)',
  );
});

test('a footnote that nothing refers to stays in its bullet', () => {
  expect(tree('- claim\n- ## Footnotes\n\t- [^1]: First\n\t- [^2]: Second')).toBe(
    '• “claim” • {h2} “Footnotes” ⟨• html[<sup>1</sup>] “ ” “First” • html[<sup>2</sup>] “ ” “Second”⟩',
  );
});

test('a link in a footnote is where the page shows the footnote', () => {
  const { links } = read('- claim[^1]\n- [^1]: by [[Ada]]');
  expect(links.map(({ name, context }) => [name, context.fragment])).toEqual([['Ada', 'fn-1']]);
});

test('references in a list need no commas between them', () => {
  const note = read('tags:: [[Alpha]] [[Beta]]. [[Ga/mma]], #d #e\nalias:: [[One]] [[Two]]\n\n- x');
  expect(note.tags).toEqual(['Alpha', 'Beta', 'Ga/mma', 'd', 'e']);
  expect(note.aliases).toEqual(['One', 'Two']);
});

test('a highlight may contain equal signs, and a price closes no formula', () => {
  expect(tree('- two ==a == b== end\n- [[#red]]==key of a ==  and b==')).toBe(
    '• “two ” highlight(“a == b”) “ end” • highlight[red](“key of a ==  and b”)',
  );
  expect(tree('- Costs $0.01/GB and ~$0.01/GB, $x$')).toBe(
    '• “Costs $0.01/GB and ~$0.01/GB, ” inlineMath[x]',
  );
});

test('HTML is text in the first line of a block, and its files are references', () => {
  const note = read(
    '- a <b>bold</b> one\n- <img src="../assets/a.png"> [:img {:src "../assets/b.png"}]',
  );
  expect(note.blocks[0]?.text).toBe('a bold one');
  expect(note.links).toMatchObject([
    { kind: 'embed', by: 'path', name: '../assets/a.png', line: 2, column: 8 },
    { kind: 'embed', by: 'path', name: '../assets/b.png', line: 2 },
  ]);
});

test('a tag that is a date is the journal of that day, in whatever format', () => {
  const source = 'tags:: [[2026_03_03]], study\n\n- #2026-03-02 #[[Mar 4th, 2026]]';
  const { note } = parseLogseqNote({ path: 'graph/pages/Example.md', source }, graph);
  expect(note.tags).toEqual(['Mar 2nd, 2026', 'Mar 4th, 2026', 'Mar 3rd, 2026', 'study']);
});

test.each([
  ['[[Alpha]] [[Beta]] [[Ga/mma]]', ['Alpha', 'Beta', 'Ga/mma']],
  ['[[Alpha]]. [[Beta]]', ['Alpha', 'Beta']],
  ['#[[One two]] three, #four. five', ['One two', 'three', 'four', 'five']],
  ['Bl [[Cl]]', ['Bl', 'Cl']],
  ['C# notes, Issue#5, R&D', ['C# notes', 'Issue#5', 'R&D']],
  ['[[a, b]]，c', ['a, b', 'c']],
  ['., ;', []],
])('the list %s names %j', (list, names) => {
  expect(read(`tags:: ${list}\n\n- x`).tags).toEqual(names);
});
