import { describe, expect, test } from 'vitest';
import type { NoteSummary } from '../garden/page.ts';
import {
  byInitial,
  byMonth,
  byTag,
  initialOf,
  latest,
  latestDays,
  mostLinked,
  topFolders,
} from './lists.ts';

function note(title: string, more: Partial<NoteSummary> = {}): NoteSummary {
  return {
    id: title,
    title,
    permalink: `/${title}/`,
    kind: 'note',
    path: `${title}.md`,
    lang: 'en',
    aliases: [],
    tags: [],
    journal: null,
    created: '',
    modified: '',
    description: '',
    backlinks: 0,
    ...more,
  };
}

describe('initialOf', () => {
  test.each([
    ['Kafka', 'K'],
    ['éclair', 'E'],
    ['“Quoted”', 'Q'],
    ['6.824', '#'],
    ['Привет', '#'],
    ['', '#'],
    ['一致性', 'Y'],
    ['共识', 'G'],
    ['分布式', 'F'],
    ['日志', 'R'],
    ['中间件', 'Z'],
    ['复制', 'F'],
  ])('files %s under %s', (title, initial) => {
    expect(initialOf(title)).toBe(initial);
  });
});

test('notes are grouped by initial, Chinese among Latin by pinyin', () => {
  const groups = byInitial([note('Zab'), note('共识'), note('GFS'), note('9P'), note('gossip')]);
  expect(groups.map(([letter, notes]) => [letter, notes.map(({ title }) => title)])).toEqual([
    ['#', ['9P']],
    ['G', ['共识', 'GFS', 'gossip']],
    ['Z', ['Zab']],
  ]);
});

test('the latest days are journals only, by their own day', () => {
  const notes = [
    note('first', { kind: 'journal', journal: '2025-03-03', modified: '2026-09-09' }),
    note('note', { modified: '2026-06-06' }),
    note('second', { kind: 'journal', journal: '2026-01-01' }),
    note('zeroth', { kind: 'journal', journal: '2024-01-01' }),
  ];
  expect(latestDays(notes, 2).map(({ title }) => title)).toEqual(['second', 'first']);
});

test('the latest are newest first, a journal counts by its day, ghosts and undated notes stay out', () => {
  const notes = [
    note('old', { created: '2024-01-01' }),
    note('new', { created: '2023-01-01', modified: '2026-05-05T10:00' }),
    note('day', { kind: 'journal', journal: '2025-03-03' }),
    note('ghost', { kind: 'ghost', modified: '2026-06-06' }),
    note('undated'),
  ];
  expect(latest(notes, 2).map(({ title }) => title)).toEqual(['new', 'day']);
});

test('of notes that changed on one day, the most linked come first', () => {
  const modified = '2026-05-05';
  const notes = [
    note('a', { modified }),
    note('b', { modified, backlinks: 2 }),
    note('c', { modified }),
  ];
  expect(latest(notes, 3).map(({ title }) => title)).toEqual(['b', 'a', 'c']);
});

test('journals are grouped by month, newest first', () => {
  const journal = (date: string) => ({
    id: date,
    date,
    title: date,
    permalink: `/journals/${date}/`,
  });
  const months = byMonth([journal('2025-12-31'), journal('2026-01-02'), journal('2026-01-01')]);
  expect(months.map(([month, days]) => [month, days.length])).toEqual([
    ['2026-01', 2],
    ['2025-12', 1],
  ]);
});

test('a note counts for its tags and for the tags above them, once each', () => {
  const tagged = byTag([
    note('a', { tags: ['Storage/log', 'storage/disk'] }),
    note('b', { tags: ['log'] }),
  ]);
  expect([...tagged].map(([name, notes]) => [name, notes.map(({ title }) => title)])).toEqual([
    ['storage', ['a']],
    ['storage/log', ['a']],
    ['storage/disk', ['a']],
    ['log', ['b']],
  ]);
});

test('a garden without a home note opens with what is most linked, and its folders', () => {
  const notes = [
    note('a', { backlinks: 1 }),
    note('b', { backlinks: 3, ancestors: ['Systems'] }),
    note('c', { ancestors: ['Systems', 'Deep'] }),
    note('d', { backlinks: 9, kind: 'ghost' }),
  ];
  expect(mostLinked(notes, 2).map(({ title }) => title)).toEqual(['b', 'a']);
  expect(
    topFolders(notes, 9).map(({ title, notes: inside }) => [
      title,
      inside.map((each) => each.title),
    ]),
  ).toEqual([['Systems', ['b', 'c']]]);
});
