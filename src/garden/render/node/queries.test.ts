import { expect, test } from 'vitest';
import type { Garden, Target } from '../../garden.ts';
import type { Note, Property } from '../../note.ts';
import type { Query } from '../../query.ts';
import {
  embedOf,
  gardenOf,
  linkOf,
  noteLink,
  noteOf,
  paragraph,
  root,
  sourcesOf,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

function property(key: string, facts: Partial<Property>): Property {
  return { key, value: null, content: [], shown: true, line: 1, column: 1, ...facts };
}

const kafka = noteOf({
  path: 'Kafka.md',
  title: 'Kafka',
  links: [linkOf('Secret'), linkOf('ask')],
  properties: [
    property('owner', { value: '[[Secret]]', content: [noteLink(0, 'Secret')] }),
    property('asks', { value: '[[ask]]', content: [noteLink(1, 'ask')] }),
    property('year', { value: 2011 }),
    property('hidden', { value: 'On Secret', shown: false }),
  ],
  blocks: [
    {
      fragment: 't1',
      id: '',
      parent: -1,
      text: 'Read the paper',
      task: { marker: 'TODO', done: false, priority: null, scheduled: '', deadline: '' },
      properties: [],
      links: [],
      line: 1,
      column: 1,
    },
  ],
});
const toWho: Target = { kind: 'note', id: 'who.base', fragment: '' };
const targets: Target[] = [{ kind: 'private' }, { kind: 'note', id: 'ask', fragment: '' }];

function gardenWith(...more: Note[]): Garden {
  const ask = { note: noteOf({ path: 'ask.md', title: 'Ask' }) };
  return gardenOf([ask, { note: kafka, targets }, ...more.map((note) => ({ note }))]);
}

const allNotes: Query = {
  of: 'notes',
  filter: { op: 'property', of: 'note', key: 'year', compare: 'exists', value: '' },
  sort: [],
  limit: null,
  sample: null,
  group: null,
  view: 'list',
  columns: [],
};

function answer(query: Partial<Query>, title = ''): string {
  const body = root({ type: 'query', title, query: { ...allNotes, ...query }, source: '' });
  const line = { ...paragraph('Read the paper'), data: { fragment: 't1' } };
  const sources = sourcesOf({ 'ask.md': body, 'Kafka.md': root(line) });
  return renderNote(gardenWith(), 'ask', sources).page.html;
}

test('notes are listed with what the columns add', () => {
  const columns = [
    { key: 'file.link', label: '' },
    { key: 'year', label: '' },
  ];
  expect(answer({ columns }, 'Papers')).toBe(
    '<div class="query" data-view="list"><div class="query-title">Papers<small> 1 result</small></div>' +
      '<ul><li><a class="note-link" href="/garden/Kafka/">Kafka</a> · 2011</li></ul></div>',
  );
});

test('a table keeps links and redacts private names', () => {
  const columns = [
    { key: 'title', label: 'Note' },
    { key: 'owner', label: '' },
    { key: 'asks', label: '' },
    { key: 'nothing', label: '' },
  ];
  expect(answer({ view: 'table', columns })).toBe(
    '<div class="query" data-view="table"><div class="query-title">1 result</div>' +
      '<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr>' +
      '<th scope="col">Note</th><th scope="col">owner</th><th scope="col">asks</th><th scope="col">nothing</th></tr></thead>' +
      '<tbody><tr><td><a class="note-link" href="/garden/Kafka/">Kafka</a></td>' +
      '<td><span class="private-link" title="This note is not published">unpublished note</span></td>' +
      '<td><a class="note-link" href="/garden/ask/">ask</a></td><td></td></tr></tbody></table></div></div>',
  );
});

test('blocks are listed by their first line, with their task and their note', () => {
  const filter = { op: 'task', markers: ['TODO'] } as const;
  expect(answer({ of: 'blocks', filter, group: 'title' })).toBe(
    '<div class="query" data-view="list"><div class="query-title">1 result</div><div class="query-group">Kafka</div>' +
      '<ul><li><span class="task" data-marker="TODO"><input type="checkbox" disabled aria-label="Task: TODO">' +
      '<span class="task-marker">TODO</span></span> Read the paper ' +
      '<small><a class="note-link" href="/garden/Kafka/#t1">Kafka</a></small></li></ul></div>',
  );
});

test('a query that nothing matches says so', () => {
  expect(answer({ limit: 0 })).toBe(
    '<div class="query" data-view="list"><div class="query-title">0 results</div><p>No results.</p></div>',
  );
});

test('a base asks for the note that embeds it', () => {
  const base = noteOf({ path: 'who.base', title: 'who' });
  const links = [linkOf('who.base')];
  const garden = gardenOf([
    { note: noteOf({ path: 'ask.md', title: 'Ask', links }), targets: [toWho] },
    { note: kafka, targets },
    { note: base },
  ]);
  const filter = { op: 'link', name: '' } as const;
  const sources = sourcesOf({
    'ask.md': root(embedOf(0)),
    'who.base': root({ type: 'query', title: '', query: { ...allNotes, filter }, source: '' }),
  });
  expect(renderNote(garden, 'ask', sources).page.html).toContain(
    '<ul><li><a class="note-link" href="/garden/Kafka/">Kafka</a></li></ul>',
  );
});

test('values that are kept as plain text name nothing private', () => {
  expect(answer({ columns: [{ key: 'hidden', label: '' }] })).toContain(
    '<li><a class="note-link" href="/garden/Kafka/">Kafka</a> · On unpublished note</li>',
  );
});

test('a value that is absent takes no room in a list', () => {
  const columns = [
    { key: 'created-at', label: '' },
    { key: 'year', label: '' },
  ];
  expect(answer({ columns })).toContain(
    '<a class="note-link" href="/garden/Kafka/">Kafka</a> · 2011</li>',
  );
});

test('a block that is only a query shows the query’s source as its words', () => {
  const inner = {
    type: 'query',
    title: '',
    query: { ...allNotes },
    source: '{{query [[Secret]]}}',
  } as const;
  const body = root({
    type: 'query',
    title: '',
    query: { ...allNotes, of: 'blocks', filter: { op: 'all' } },
    source: '',
  });
  const line = { ...paragraph('x'), children: [inner as never], data: { fragment: 't1' } };
  const sources = sourcesOf({ 'ask.md': body, 'Kafka.md': root(line) });
  const { html } = renderNote(gardenWith(), 'ask', sources).page;
  expect(html).toContain('<code>{{query [[…]]}}</code>');
});

test('a query that depends on the day says which day it is, and totals stand below its rows', () => {
  const query: Query = {
    ...allNotes,
    filter: {
      op: 'or',
      of: [allNotes.filter, { op: 'between', key: 'journal', from: '-7d', to: 'today' }],
    },
    totals: [
      { of: 'sum', key: 'year' },
      { of: 'count', key: '' },
      { of: 'max', key: 'owner' },
    ],
  };
  const note = noteOf({ path: 'q.md', title: 'Q' });
  const garden = { ...gardenWith(note), today: '2026-03-01' };
  const body = root({ type: 'query', title: '', query, source: '' });
  const { html } = renderNote(garden, 'q', sourcesOf({ 'q.md': body })).page;
  expect(html).toContain(
    '<dl class="properties"><div><dt>sum year</dt><dd>2011</dd></div><div><dt>count</dt><dd>1</dd></div>' +
      '<div><dt>max owner</dt><dd></dd></div></dl><p class="query-date">As of 2026-03-01</p>',
  );
});
