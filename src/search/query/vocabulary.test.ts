import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchRecord } from '../cut/record.ts';
import { countWords, joinCounts, packCounts } from './vocabulary.ts';

function recordOf(title: string, text = ''): SearchRecord {
  const sections = [{ fragment: '', heading: '', text }];
  const names = { permalink: `/${title}/`, title, aliases: [], tags: [] };
  return { ...names, kind: 'note', lang: 'en', sections };
}

const pagesOf = (...records: SearchRecord[]) =>
  Object.fromEntries([...countWords(records)].map(([word, { pages }]) => [word, pages]));

test('a page counts once, however often it has a word', () => {
  expect(
    pagesOf(recordOf('Raft', 'raft, RAFT and Raft.\nRaft'), recordOf('Paxos', 'not raft')),
  ).toEqual({ raft: 2, and: 1, paxos: 1, not: 1 });
});

test.each([' ', '\n', '\t', '\u3000', '\u00a0', ' \r\n '])(
  'words are between white space: %j',
  (space) => {
    expect(pagesOf(recordOf('', ['Word', 'ｶﾝ', 'C#', '字', 'crashLoop'].join(space)))).toEqual(
      pagesOf(recordOf('', 'Word ｶﾝ C# 字 crashLoop')),
    );
  },
);

test('the way to divide a compound is the one with most parts', () => {
  const counts = countWords(['Crashloop', 'CrashLoop', 'crashloop'].map((name) => recordOf(name)));
  expect(counts.get('crashloop')).toMatchObject({ pages: 3, parts: ['crash', 'loop'] });
});

test('pages that are counted together are counted as one by one', () => {
  const texts = fc.string({
    unit: fc.constantFrom(
      ...['a', 'word', 'Word', 'crashLoop', 'HTTPServer', '9', 'é', 'ς', 'İ', '字', '。', '👍'],
      ...[' ', ' ', ' ', '\n', '\t', '\u3000', '.', ',', '-', '_', '#', '‖'],
    ),
    maxLength: 20,
  });
  const records = fc.array(fc.tuple(texts, texts).map(([title, text]) => recordOf(title, text)));
  fc.assert(
    fc.property(records, (all) => {
      const alone = all.map((record) => packCounts(countWords([record])));
      expect(packCounts(countWords(all))).toEqual(joinCounts(alone));
    }),
    { numRuns: 500 },
  );
});
