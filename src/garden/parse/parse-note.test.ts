import { expect, test } from 'vitest';
import { readLogseqVault } from './logseq/vault/vault.ts';
import { readObsidianVault } from './obsidian/vault/vault.ts';
import { parseNote } from './parse-note.ts';

const vaults = {
  logseq: readLogseqVault('', null, []),
  obsidian: readObsidianVault('', { app: null, publish: null }, []),
};

const file = { created: '2020-05-01', modified: '2021-05-01' };

function dates(dialect: keyof typeof vaults, path: string, source: string): string {
  const { note } = parseNote({ path, source, ...file }, vaults[dialect]);
  return `${note.created} ${note.modified}`;
}

test.each<[string, string, string]>([
  ['a silent note has the dates of its file', 'text', '2020-05-01 2021-05-01'],
  [
    'what a note says wins',
    '---\ncreated: 2020-06-01\nupdated: 2022-01-01T10:00\n---\n',
    '2020-06-01 2022-01-01T10:00:00',
  ],
  [
    'one date of its own leaves the other',
    '---\ncreated: 2019-01-01\n---\n',
    '2019-01-01 2021-05-01',
  ],
  ['a file that came later than its last change', '---\nupdated: 2019-01-01\n---\n', ' 2019-01-01'],
  [
    'a file that was changed before the note was written',
    '---\ncreated: 2022-01-01\n---\n',
    '2022-01-01 ',
  ],
])('%s', (_what, source, expected) => {
  expect(dates('obsidian', 'a.md', source)).toBe(expected);
});

test('Logseq pages have the dates of their files, too', () => {
  expect(dates('logseq', 'pages/a.md', '- text')).toBe('2020-05-01 2021-05-01');
  expect(dates('logseq', 'pages/a.md', 'created-at:: 2020-06-01\n\n- text')).toBe(
    '2020-06-01 2021-05-01',
  );
});

test('a note that cannot be read stays private and is reported', () => {
  const file = Object.defineProperty({ path: 'deep.md', source: '' }, 'source', {
    enumerable: false,
    get: () => {
      throw new RangeError('Maximum call stack size exceeded');
    },
  });
  const { note, body } = parseNote(file, vaults.obsidian);
  expect({ visibility: note.visibility, text: note.text, body: body.children }).toEqual({
    visibility: 'unreadable',
    text: '',
    body: [],
  });
  expect(note.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'failed-note: The garden failed while reading this note: Maximum call stack size exceeded',
  ]);
});

test('a journal has the day of its name, whenever its file was touched', () => {
  expect(dates('logseq', 'journals/2019_01_04.md', '- text')).toBe(' ');
  expect(dates('obsidian', '2019-01-04.md', 'text')).toBe(' ');
});

test('a file without a history leaves a silent note without dates', () => {
  const { note } = parseNote({ path: 'a.md', source: 'text' }, vaults.obsidian);
  expect([note.created, note.modified]).toEqual(['', '']);
});

test.each<[keyof typeof vaults, string, string, string]>([
  ['logseq', 'pages/日志.md', '-', 'zh'],
  ['logseq', 'pages/42.md', '- 42', ''],
  ['logseq', 'journals/2026_03_01.md', '-', ''],
  ['logseq', 'journals/2026_03_01.md', '- 日志', 'zh'],
  ['obsidian', '日志.md', '', 'zh'],
  ['obsidian', '2026-03-01.md', '42', ''],
])('in %s the language of %s that says %j is %j', (dialect, path, source, lang) => {
  expect(parseNote({ path, source }, vaults[dialect]).note.lang).toBe(lang);
});
