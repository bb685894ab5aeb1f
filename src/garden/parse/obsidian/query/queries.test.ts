import { describe, expect, test } from 'vitest';
import { outline, parse } from '../fixtures/vault.ts';
import { readBase } from './base.ts';
import { readDataview, readInlineExpression } from './dataview.ts';

const field = (name: string) => ({ kind: 'field', name });
const value = (constant: unknown) => ({ kind: 'value', value: constant });
const file = (name: string) => ({ kind: 'member', of: field('file'), name });
const row = { value: field('$row'), label: 'File' };
const plain = {
  language: 'dataview',
  source: null,
  formulas: {},
  group: null,
  image: null,
  steps: [],
};

describe('Dataview', () => {
  test('a list of a source', () => {
    expect(readDataview('LIST FROM #book AND -"Old" WHERE rating >= 4')).toEqual({
      ...plain,
      rows: 'notes',
      view: 'list',
      columns: [row],
      source: {
        kind: 'and',
        of: [
          { kind: 'tag', name: 'book' },
          { kind: 'not', of: { kind: 'folder', path: 'Old' } },
        ],
      },
      steps: [
        {
          do: 'where',
          test: { kind: 'binary', sign: '>=', left: field('rating'), right: value(4) },
        },
      ],
    });
  });

  test('a table with columns, order and a limit, in the order in which they are written', () => {
    const query = readDataview(
      'table without id file.name as Name, rating sort rating desc limit 5',
    );
    expect(query).toEqual({
      ...plain,
      rows: 'notes',
      view: 'table',
      columns: [
        { value: file('name'), label: 'Name' },
        { value: field('rating'), label: 'rating' },
      ],
      steps: [
        { do: 'sort', by: [{ by: field('rating'), descending: true }] },
        { do: 'limit', count: value(5) },
      ],
    });
  });

  test('sort before a bracket is a function where an expression begins, else a clause', () => {
    expect(readDataview('TABLE sort(rows), 1 + sort(x) AS S FROM "b" SORT(a) desc')).toMatchObject({
      columns: [
        { label: 'File' },
        { value: { kind: 'call', name: 'sort' }, label: 'sort(rows)' },
        { value: { kind: 'binary', right: { kind: 'call', name: 'sort' } }, label: 'S' },
      ],
      steps: [{ do: 'sort', by: [{ by: field('a'), descending: true }] }],
    });
  });

  test('groups, flattened fields, tasks and calendars', () => {
    expect(
      readDataview('TABLE length(rows) AS Count GROUP BY kind AS K FLATTEN tags'),
    ).toMatchObject({
      columns: [{ label: 'Group' }, { label: 'Count' }],
      steps: [
        { do: 'group', by: field('kind'), name: 'K' },
        { do: 'flatten', by: field('tags'), name: 'tags' },
      ],
    });
    expect(readDataview('task where !completed')).toMatchObject({ rows: 'tasks', view: 'tasks' });
    expect(readDataview('CALENDAR file.ctime')).toMatchObject({
      view: 'list',
      columns: [{ value: file('ctime') }, row],
      steps: [{ do: 'where' }, { do: 'sort' }],
    });
    expect(readDataview('LIST FROM outgoing([[x]])')).toMatchObject({
      source: { kind: 'links', name: 'x', outgoing: true },
    });
  });

  test.for([
    ['TABLE a WHERE b ~ c', '~ c'],
    ['LIST WHERE (a', '(a'],
    ['TABLE file.size', 'file.size'],
    ['LIST WHERE meta2("a")', 'meta2()'],
    ['LIST FROM csv("a.csv")', 'FROM csv("a.csv")'],
    ['nonsense', 'nonsense'],
  ])('does not guess at %j', ([source, fault]) => {
    expect(readDataview(source ?? '')).toEqual({ fault });
  });

  test('inline expressions are values, scripts are a notice, and other code stays', () => {
    const shown = (source: string) => outline(parse(source));
    expect(shown('Rated `= this.rating`')).toBe('paragraph[“Rated ” expressionValue]');
    expect(shown('`$= dv.current()`')).toBe('paragraph[notice(dataviewjs)]');
    expect(shown('`= this.file.size`')).toBe('paragraph[notice(query)]');
    expect(shown('`=` `== b` `= x` `=> y` `= 5`')).not.toMatch(/expression|notice/);
    expect(readInlineExpression('1 +')).toEqual({ fault: '1 +' });
  });
});

describe('bases', () => {
  const base = `
filters:
  and:
    - file.hasTag("book")
    - 'status != "done"'
formulas:
  stars: rating
  cost: price * 2
  odd: file.size / 2
properties:
  note.author:
    displayName: By
summaries:
  total: values.sum()
views:
  - type: table
    name: All
    order: [file.name, author, formula.stars, formula.odd, file.ctime]
    sort:
      - property: rating
        direction: DESC
    groupBy:
      property: author
      direction: DESC
    summaries:
      author: Unique
      formula.stars: total
    limit: 10
  - type: cards
    filters: cover != null
    image: note.cover
  - type: map
    name: Where
    coordinates: place
  - type: timeline
    name: Later
  - type: table
    name: Mine
    filters: random() > 1
`;
  const note = (name: string) => ({ kind: 'member', of: field('note'), name });

  test('views ask for files', () => {
    const [all, cards] = readBase(base) ?? [];
    expect(all).toMatchObject({
      name: 'All',
      omitted: ['formula.odd (file.size)'],
      query: {
        language: 'bases',
        rows: 'files',
        view: 'table',
        columns: [
          { value: field('$row'), label: 'file name' },
          { value: note('author'), label: 'By', summary: 'unique' },
          { label: 'stars', summary: { kind: 'call', name: 'sum' } },
          { value: file('ctime'), label: 'created time' },
        ],
        steps: [
          { do: 'where', test: { kind: 'binary', sign: 'and' } },
          { do: 'sort', by: [{ by: note('rating'), descending: true }] },
          { do: 'limit', count: value(10) },
        ],
        group: { by: note('author'), descending: true, label: 'By' },
      },
    });
    expect(cards?.query).toMatchObject({ view: 'cards', image: note('cover') });
  });

  test('a map is the list of its places, and other views are named', () => {
    expect(
      readBase(base)
        ?.slice(2)
        .map(({ name, query, omitted }) => [name, query?.view ?? null, omitted]),
    ).toEqual([
      ['Where', 'list', []],
      ['Later', null, ['view of type “timeline”']],
      ['Mine', null, ['random()']],
    ]);
    expect(readBase('views: [')).toBeNull();
  });

  test('a file shows each view below its name, so that one can be embedded', () => {
    const parsed = parse(base, 'Books.base');
    expect(outline(parsed)).toBe(
      'heading[“All”] expressionQuery notice(query) heading[“Cards”] expressionQuery heading[“Where”] expressionQuery heading[“Later”] notice(query) heading[“Mine”] notice(query)',
    );
    expect(parsed.note).toMatchObject({ name: 'Books.base', title: 'Books', hasQueries: true });
    expect(parsed.note.headings.map(({ fragment }) => fragment)).toEqual([
      'all',
      'cards',
      'where',
      'later',
      'mine',
    ]);
  });
});
