import { expect, test } from 'vitest';
import type { Garden } from '../../garden.ts';
import type { Note } from '../../note.ts';
import type { Filter, Query } from '../../query.ts';
import {
  block,
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  property,
  tagLink,
  task,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';
import { answerQuery } from './answer-query.ts';
import { queryField } from './field.ts';

function gardenOf(...notes: Note[]): Garden {
  return resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
}

function query(filter: Filter, changes: Partial<Query> = {}): Query {
  const plain = {
    sort: [],
    limit: null,
    sample: null,
    group: null,
    view: 'list',
    columns: [],
  } as const;
  return { of: 'blocks', filter, ...plain, ...changes };
}

/** 'id' or 'id:block' of every row. */
function ask(garden: Garden, asked: Query, from = 'query'): string[] {
  return answerQuery(garden, asked, from).map(({ id, block: index }) =>
    index === null ? id : `${id}:${index}`,
  );
}

const work = gardenOf(
  logseqPage('query'),
  logseqPage('plan', {
    links: [pageLink('Raft'), pageLink('raft')],
    blocks: [
      block('about Raft', { links: [0] }),
      block('read the paper', { parent: 0, task: task('TODO', { priority: 'A' }) }),
      block('write it up', { parent: 0, task: task('DONE') }),
      block('sweep', { task: task('TODO', { priority: 'B' }) }),
    ],
  }),
  logseqPage('Raft', { blocks: [block('a log'), block('an election', { task: task('DOING') })] }),
);

test.for<[string, Filter, string[]]>([
  ['tasks by marker', { op: 'task', markers: ['TODO'] }, ['plan:1', 'plan:3']],
  ['any task', { op: 'task', markers: [] }, ['plan:1', 'plan:2', 'plan:3', 'raft:1']],
  ['tasks by priority', { op: 'priority', priorities: ['A'] }, ['plan:1']],
  ['text in any case', { op: 'text', text: 'PAPER' }, ['plan:1']],
  ['blocks of a page', { op: 'page', name: 'raft' }, ['raft:0', 'raft:1']],
  [
    'blocks below a block that refers to a page, and those on the page',
    {
      op: 'and',
      of: [
        { op: 'link', name: 'Raft' },
        { op: 'task', markers: [] },
      ],
    },
    ['plan:1', 'plan:2', 'raft:1'],
  ],
  [
    'either of two',
    {
      op: 'or',
      of: [
        { op: 'text', text: 'sweep' },
        { op: 'text', text: 'log' },
      ],
    },
    ['plan:3', 'raft:0'],
  ],
  [
    'what is not',
    {
      op: 'and',
      of: [
        { op: 'task', markers: [] },
        { op: 'not', of: { op: 'link', name: 'Raft' } },
      ],
    },
    ['plan:3'],
  ],
])('a filter finds %s', ([, filter, rows]) => {
  expect(ask(work, query(filter))).toEqual(rows);
});

test('a block whose parent is a row is not listed again', () => {
  expect(ask(work, query({ op: 'link', name: 'Raft' }))).toEqual(['plan:0', 'raft:0', 'raft:1']);
});

test('a tag counts for the tags above it, and not for tags that begin alike', () => {
  const garden = gardenOf(
    obsidianNote('a', { tags: ['raft'] }),
    obsidianNote('b', { tags: ['Raft/Log'] }),
    obsidianNote('c', { tags: ['rafting'] }),
  );
  expect(ask(garden, query({ op: 'tag', name: 'raft' }, { of: 'notes' }))).toEqual(['a', 'b']);
});

test('a reference in a namespace counts for the pages above it', () => {
  const garden = gardenOf(
    logseqPage('notes of the day', {
      links: [pageLink('mit/6.824/GFS')],
      blocks: [block('x', { links: [0] })],
    }),
  );
  expect(ask(garden, query({ op: 'link', name: 'MIT' }))).toEqual(['notes-of-the-day:0']);
});

test('a reference to a note in a folder of Obsidian does not count for the note of the folder', () => {
  const garden = gardenOf(
    obsidianNote('mit/mit'),
    obsidianNote('mit/GFS'),
    logseqPage('day', { links: [wikiLink('GFS')], blocks: [block('x', { links: [0] })] }),
  );
  expect(garden.notes.get('mit/gfs')?.ancestors).toEqual([{ title: 'mit', id: 'mit' }]);
  expect(ask(garden, query({ op: 'link', name: 'mit' }))).toEqual([]);
  expect(ask(garden, query({ op: 'link', name: 'GFS' }))).toEqual(['day:0']);
});

test('a reference by tag counts when the tag has no page', () => {
  const garden = gardenOf(
    logseqPage('a', {
      links: [tagLink('idea')],
      tags: ['idea'],
      blocks: [block('x', { links: [0] })],
    }),
  );
  expect(ask(garden, query({ op: 'link', name: 'Idea' }))).toEqual(['a:0']);
});

const books = gardenOf(
  obsidianNote('Books/B', {
    properties: [property('rating', 9), property('type', ['[[book]]'])],
    tags: ['read/2024'],
  }),
  obsidianNote('Books/A', {
    properties: [property('rating', 10), property('author', 'Zhang San')],
    tags: ['read'],
  }),
  obsidianNote('Books/C', { links: [wikiLink('A')], created: '2024-05-06T10:00' }),
  obsidianNote('Other', { properties: [property('rating', 1), property('author', 'li si')] }),
);

const rating = (compare: '<' | '>=' | '=' | '!=', value: string): Filter => {
  return { op: 'property', of: 'note', key: 'Rating', compare, value };
};

test.for<[string, Filter, string[]]>([
  ['a folder', { op: 'folder', path: 'books/' }, ['books/a', 'books/b', 'books/c']],
  ['a tag and those below it', { op: 'tag', name: '#Read' }, ['books/a', 'books/b']],
  ['who links to a note', { op: 'link', name: 'A' }, ['books/c']],
  ['numbers by size', rating('<', '10'), ['books/b', 'other']],
  ['numbers from a size on', rating('>=', '9'), ['books/a', 'books/b']],
  ['what is equal', rating('=', '10.0'), ['books/a']],
  ['what differs or is not there', rating('!=', '10'), ['books/b', 'books/c', 'other']],
  [
    'a member of a list, without its brackets',
    { op: 'property', of: 'note', key: 'type', compare: 'contains', value: 'Book' },
    ['books/b'],
  ],
  [
    'a property at all',
    { op: 'property', of: 'note', key: 'author', compare: 'exists', value: '' },
    ['books/a', 'other'],
  ],
  [
    'days between days',
    { op: 'between', from: '2024-05-06', to: '2024-05-06', key: 'created' },
    ['books/c'],
  ],
  ['everything', { op: 'all' }, ['books/a', 'books/b', 'books/c', 'other']],
])('a filter of notes finds %s', ([, filter, rows]) => {
  expect(ask(books, query(filter, { of: 'notes' }), 'other')).toEqual(rows);
});

test('pages of a namespace and journals of some days are found', () => {
  const garden = gardenOf(
    logseqPage('mit/6.824'),
    logseqPage('MIT/6.824/GFS'),
    logseqJournal('2021-01-02', 'Jan 2nd, 2021', { blocks: [block('x')] }),
    logseqJournal('2021-01-04', 'Jan 4th, 2021', { blocks: [block('y')] }),
  );
  expect(ask(garden, query({ op: 'namespace', name: 'mit' }, { of: 'notes' }))).toEqual([
    'mit/6.824',
    'mit/6.824/gfs',
  ]);
  const days: Filter = { op: 'between', from: '2021-01-01', to: '2021-01-03', key: 'journal' };
  expect(ask(garden, query(days))).toEqual(['journals/2021-01-02:0']);
});

test('rows are sorted by value, those without one last, and cut after that', () => {
  const by = (descending: boolean, limit: number | null = null): string[] =>
    ask(books, query({ op: 'all' }, { of: 'notes', sort: [{ key: 'rating', descending }], limit }));
  expect(by(false)).toEqual(['other', 'books/b', 'books/a', 'books/c']);
  expect(by(true)).toEqual(['books/a', 'books/b', 'other', 'books/c']);
  expect(by(true, 2)).toEqual(['books/a', 'books/b']);
});

test('rows are grouped by a value', () => {
  const rows = answerQuery(books, query({ op: 'all' }, { of: 'notes', group: 'author' }), 'other');
  expect(rows).toEqual([
    { id: 'books/b', block: null, group: '' },
    { id: 'books/c', block: null, group: '' },
    { id: 'books/a', block: null, group: 'Zhang San' },
    { id: 'other', block: null, group: 'li si' },
  ]);
});

test('a sample has the size asked for and never changes', () => {
  const sampled = ask(books, query({ op: 'all' }, { of: 'notes', sample: 2 }));
  expect(sampled).toHaveLength(2);
  expect(ask(books, query({ op: 'all' }, { of: 'notes', sample: 2 }))).toEqual(sampled);
  expect(ask(books, query({ op: 'all' }, { of: 'notes', sample: 9 }))).toHaveLength(4);
});

test('check boxes of Obsidian match the markers of Logseq', () => {
  const garden = gardenOf(
    obsidianNote('a', {
      blocks: [block('open', { task: task(' ') }), block('done', { task: task('x') })],
    }),
  );
  expect(ask(garden, query({ op: 'task', markers: ['TODO'] }))).toEqual(['a:0']);
  expect(ask(garden, query({ op: 'task', markers: ['done'] }))).toEqual(['a:1']);
});

test('blocks of private notes are no rows, and their names find nothing', () => {
  const garden = gardenOf(
    logseqPage('Secret', { visibility: 'private', blocks: [block('x', { task: task('TODO') })] }),
    logseqPage('open', { links: [pageLink('Secret')], blocks: [block('y', { links: [0] })] }),
  );
  expect(ask(garden, query({ op: 'all' }))).toEqual(['open:0']);
  expect(ask(garden, query({ op: 'link', name: 'Secret' }))).toEqual([]);
  expect(ask(garden, query({ op: 'page', name: 'Secret' }))).toEqual([]);
});

test('a column shows what a note is, its properties, and those of the block first', () => {
  const garden = gardenOf(
    logseqPage('a', {
      properties: [property('status', 'old'), property('type', 'page')],
      blocks: [block('read', { properties: [property('status', 'new')], task: task('NOW') })],
    }),
  );
  const row = { id: 'a', block: 0, group: '' };
  const keys = ['status', 'type', 'block', 'marker', 'title', 'file.folder', 'nothing'];
  expect(keys.map((key) => queryField(garden, row, key))).toEqual([
    'new',
    'page',
    'read',
    'NOW',
    'a',
    'pages',
    null,
  ]);
});

test('a query may filter by the note that contains it', () => {
  const garden = gardenOf(
    obsidianNote('People/Ann', { aliases: ['Annie'] }),
    obsidianNote('Other', { links: [wikiLink('Ann')] }),
  );
  const notes = { of: 'notes' } as const;
  expect(ask(garden, query({ op: 'link', name: '' }, notes), 'people/ann')).toEqual(['other']);
  expect(ask(garden, query({ op: 'page', name: '' }, notes), 'people/ann')).toEqual(['people/ann']);
});

test('the block of the query itself is no row', () => {
  const own = gardenOf(
    logseqPage('query', {
      blocks: [
        block('plain words', { fragment: 'f0' }),
        block('words of the query', { fragment: 'f1' }),
      ],
    }),
    logseqPage('other', { blocks: [block('other words', { fragment: 'f1' })] }),
  );
  const rows = answerQuery(own, query({ op: 'text', text: 'words' }), 'query', 'f1');
  expect(rows.map(({ id, block: index }) => [id, index])).toEqual([
    ['other', 0],
    ['query', 0],
  ]);
});

test('a day is found by its date, written or not', () => {
  const garden = gardenOf(
    logseqJournal('2026-02-27', 'Feb 27th, 2026', { blocks: [block('rain')] }),
    logseqPage('a', {
      links: [pageLink('Feb 28th, 2026')],
      blocks: [block('sun', { links: [0] })],
    }),
  );
  const rows = (filter: Filter) => ask(garden, query(filter), 'a');
  expect(rows({ op: 'page', name: '2026-02-27' })).toEqual(['journals/2026-02-27:0']);
  expect(rows({ op: 'link', name: '2026-02-28' })).toEqual(['a:0']);
});
