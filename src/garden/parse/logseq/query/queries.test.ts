import { expect, test } from 'vitest';
import { journalDate } from '../../../journal-dates.ts';
import { type QueryView, readQuery } from './queries.ts';

const list: QueryView = { table: false, columns: [], sortBy: '', descending: true };
const names = {
  pageName: (name: string) => name,
  dateOf: (name: string) => journalDate(name, ['MMM do, yyyy', 'yyyy-MM-dd']),
};

const filterOf = (source: string) => {
  const query = readQuery(source, list, names);
  return 'unread' in query ? null : query.filter;
};

test.each([
  ['[[a b]]', { op: 'link', name: 'a b' }],
  ['#tag', { op: 'link', name: 'tag' }],
  ['"some text"', { op: 'text', text: 'some text' }],
  ['some words', { op: 'text', text: 'some words' }],
  ['(task now later)', { op: 'task', markers: ['NOW', 'LATER'] }],
  ['(todo [TODO DOING])', { op: 'task', markers: ['TODO', 'DOING'] }],
  ['(priority A)', { op: 'priority', priorities: ['A'] }],
  [
    '(property :type "book")',
    { op: 'property', of: 'block', key: 'type', compare: 'contains', value: 'book' },
  ],
  [
    '(property author)',
    { op: 'property', of: 'block', key: 'author', compare: 'exists', value: '' },
  ],
  [
    '(page-property type [[Book]])',
    { op: 'property', of: 'note', key: 'type', compare: 'contains', value: 'Book' },
  ],
  [
    '(page-tags [[a]] [[b]])',
    {
      op: 'or',
      of: [
        { op: 'tag', name: 'a' },
        { op: 'tag', name: 'b' },
      ],
    },
  ],
  ['(page [[a]])', { op: 'page', name: 'a' }],
  ['(page <% today %>)', { op: 'page', name: '', day: 'today' }],
  ['(page <% current page %>)', { op: 'page', name: '' }],
  ['<% Yesterday %>', { op: 'link', name: '', day: 'yesterday' }],
  ['[[<% tomorrow %>]]', { op: 'link', name: '', day: 'tomorrow' }],
  [
    '(between <% 7 days ago %> <% 2 weeks from now %>)',
    { op: 'between', from: '-7d', to: '+2w', key: 'journal' },
  ],
  ['(namespace [[a/b]])', { op: 'namespace', name: 'a/b' }],
  [
    '(and [[a]] (not [[b]]))',
    {
      op: 'and',
      of: [
        { op: 'link', name: 'a' },
        { op: 'not', of: { op: 'link', name: 'b' } },
      ],
    },
  ],
  [
    '(or [[a]] [[b]])',
    {
      op: 'or',
      of: [
        { op: 'link', name: 'a' },
        { op: 'link', name: 'b' },
      ],
    },
  ],
  ['(and [[a]])', { op: 'link', name: 'a' }],
  [
    '(not [[a]] [[b]])',
    {
      op: 'not',
      of: {
        op: 'and',
        of: [
          { op: 'link', name: 'a' },
          { op: 'link', name: 'b' },
        ],
      },
    },
  ],
  [
    '(between [[Jan 1st, 2026]] [[2026-02-01]])',
    { op: 'between', from: '2026-01-01', to: '2026-02-01', key: 'journal' },
  ],
  ['(between -7d today)', { op: 'between', from: '-7d', to: 'today', key: 'journal' }],
  ['(between created-at -1w +1w)', { op: 'between', from: '-1w', to: '+1w', key: 'created-at' }],
])('%s is read', (source, filter) => {
  expect(filterOf(source)).toEqual(filter);
});

test.each([
  '(between someday today)',
  '(unknown x)',
  '(and [[a]] (unknown x))',
  '[:find ?b :where [?b :block/marker]]',
  '(and [[a]]',
  '',
])('%j is left to the program', (source) => {
  expect(filterOf(source)).toBeNull();
});

test('order and sample are taken out of the filter', () => {
  expect(readQuery('(and [[a]] (sort-by created_at asc) (sample 3))', list, names)).toEqual({
    of: 'blocks',
    filter: { op: 'link', name: 'a' },
    sort: [{ key: 'created-at', descending: false }],
    limit: null,
    sample: 3,
    group: null,
    view: 'list',
    columns: [],
  });
});

test('conditions on pages alone give pages, and the block says how they are shown', () => {
  const view = { table: true, columns: ['page', 'type'], sortBy: 'type', descending: false };
  expect(readQuery('(and (page-property type) (page-tags x))', view, names)).toMatchObject({
    of: 'notes',
    sort: [{ key: 'type', descending: false }],
    view: 'table',
    columns: [
      { key: 'title', label: 'page' },
      { key: 'type', label: 'type' },
    ],
  });
});

test('the part that cannot be read is named', () => {
  expect(readQuery('(and [[a]] (unknown x))', list, names)).toEqual({ unread: '(unknown)' });
});

test('what a variable other than a day stands for, only Logseq knows', () => {
  expect(readQuery('(page <% last friday %>)', list, names)).toEqual({
    unread: '<% last friday %>',
  });
  expect(readQuery('<% time %>', list, names)).toEqual({ unread: '<% time %>' });
});

test('(all-page-tags) asks for tags, by itself only', () => {
  expect(readQuery(' (all-page-tags) ', list, names)).toMatchObject({ of: 'tags' });
  expect(readQuery('(and (all-page-tags) [[a]])', list, names)).toEqual({
    unread: '(all-page-tags)',
  });
});
