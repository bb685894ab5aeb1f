import { expect, test } from 'vitest';
import { obsidianVault } from '../../resolve/fixtures/notes.ts';
import { parseNote } from '../parse-note.ts';
import { readTomlFrontMatter } from './toml-front-matter.ts';

test('keys, lists, dates and tables are properties at their places', () => {
  const source =
    '+++\n# a comment\ntitle = "我的花园"\ndate = 2024-01-02T10:00:00+08:00\ntags = ["a", "b"]\n\n[params]\n  weight = 3\n+++\nText\n';
  const read = readTomlFrontMatter('a.md', source);
  expect(read?.entries.map(({ key, value, line, column }) => [key, value, line, column])).toEqual([
    ['title', '我的花园', 3, 1],
    ['date', '2024-01-02T10:00:00+08:00', 4, 1],
    ['tags', ['a', 'b'], 5, 1],
    ['params.weight', 3, 8, 3],
  ]);
  expect(source.slice(read?.end)).toBe('Text\n');
  expect(source.slice(read?.entries[0]?.offset).startsWith('"我的花园"')).toBe(true);
});

test.for([
  '+++\nA heading of text\n+++\n',
  '+++\ntitle = "a"\n',
  ' +++\na = 1\n+++\n',
  '+++\n+++\n',
])('%j is text', (source) => {
  expect(readTomlFrontMatter('a.md', source)).toBeNull();
});

const read = (source: string) =>
  parseNote({ path: 'a.md', source }, obsidianVault({ root: '' })).note;

test('a note of Hugo has its title, date and tags, and its text begins below them', () => {
  expect(
    read('+++\ntitle = "Hello"\ndate = 2024-01-02\ntags = ["x"]\n+++\n## One\nText\n'),
  ).toMatchObject({
    ...{ title: 'Hello', created: '2024-01-02', visibility: 'unset' },
    ...{ headings: [{ text: 'One', line: 6 }], diagnostics: [], text: 'One\nText' },
  });
});

test.for([
  ['draft = true', 'private'],
  ['draft = false', 'unset'],
  ['publish = true', 'unset'],
  ['[build]\nrender = "never"', 'private'],
])('the switch %j makes a note %s', ([line, visibility]) => {
  expect(read(`+++\n${line}\n+++\nText\n`).visibility).toBe(visibility);
});

test('TOML that does not parse is reported at its line, and keeps a note private that may be', () => {
  const broken = read('+++\ntitle = Hello\n+++\nText\n');
  expect(broken.diagnostics).toMatchObject([{ code: 'invalid-frontmatter', line: 2 }]);
  expect(broken.text).toBe('Text');
  expect(read('+++\ntitle = Hello\ndraft = true\n+++\nText\n').visibility).not.toBe('unset');
});
