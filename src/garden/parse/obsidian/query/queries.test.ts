import { describe, expect, test } from 'vitest';
import { formulaKey } from '../../../formula.ts';
import { outline, parse } from '../fixtures/vault.ts';
import { readBase } from './base.ts';
import { readDataview } from './dataview.ts';

const field = (key: string) => ({ kind: 'field', key }) as const;
const value = (value: number) => ({ kind: 'value', value }) as const;
const plain = { of: 'notes', sort: [], limit: null, sample: null, group: null, columns: [] };

describe('Dataview', () => {
  test('a list of a source', () => {
    expect(readDataview('LIST FROM #a/b AND -"Old" or [[Index]]')).toEqual({
      ...plain,
      view: 'list',
      filter: {
        op: 'or',
        of: [
          {
            op: 'and',
            of: [
              { op: 'tag', name: 'a/b' },
              { op: 'not', of: { op: 'folder', path: 'Old' } },
            ],
          },
          { op: 'link', name: 'Index' },
        ],
      },
    });
  });

  test('a table with columns, conditions and order', () => {
    const source = `TABLE rating AS "Stars", file.mtime, date-read
FROM "Books" WHERE rating >= 4 AND contains(author, "Le Guin")
SORT rating DESC, file.name LIMIT 5`;
    expect(readDataview(source)).toEqual({
      ...plain,
      view: 'table',
      columns: [
        { key: 'title', label: 'File' },
        { key: 'rating', label: 'Stars' },
        { key: 'file.mtime', label: 'file.mtime' },
        { key: 'date-read', label: 'date-read' },
      ],
      filter: {
        op: 'and',
        of: [
          { op: 'folder', path: 'Books' },
          {
            op: 'and',
            of: [
              { op: 'property', of: 'note', key: 'rating', compare: '>=', value: '4' },
              { op: 'property', of: 'note', key: 'author', compare: 'contains', value: 'Le Guin' },
            ],
          },
        ],
      },
      sort: [
        { key: 'rating', descending: true },
        { key: 'file.name', descending: false },
      ],
      limit: 5,
    });
  });

  test('tasks that are open, grouped', () => {
    expect(readDataview('task where !completed group by file.link')).toEqual({
      ...plain,
      of: 'blocks',
      view: 'tasks',
      filter: {
        op: 'and',
        of: [
          { op: 'task', markers: [] },
          { op: 'not', of: { op: 'task', markers: ['x'] } },
        ],
      },
      group: 'title',
    });
  });

  test('what has no filter of its own is worked out', () => {
    const filter = readDataview('LIST WHERE pages * 2 > 300')?.filter;
    const product = { kind: 'call', name: '*', inputs: [field('pages'), value(2)] };
    const formula = { kind: 'call', name: '>', inputs: [product, value(300)] };
    expect(filter).toEqual({ op: 'formula', formula });
  });

  test.for([
    'CALENDAR file.ctime',
    'LIST WHERE file.ctime > date(today) - dur(7 days)',
    'TABLE length(file.inlinks) FROM ""',
    'LIST FLATTEN tags',
    'TABLE a WHERE b ~ c',
    'LIST FROM outgoing([[x]])',
    'LIST WHERE (a',
    'nonsense',
    '',
  ])('does not guess at %j', (source) => {
    expect(readDataview(source)).toBeNull();
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
  double: formula.cost.toFixed(1)
  age: (now() - born).years
properties:
  note.author:
    displayName: By
views:
  - type: table
    name: All
    order: [file.name, author, formula.stars, formula.double, formula.age]
    sort:
      - property: rating
        direction: DESC
    groupBy:
      property: author
      direction: ASC
    limit: 10
  - type: cards
    filters: cover != null
    image: note.cover
  - type: map
    name: Where
  - type: table
    name: Mine
    filters: list(author).contains(now())
`;

  test('what a view shows besides notes is reported', () => {
    const views = 'views:\n  - type: table\n    summaries:\n      note.price: Sum\n';
    expect(readBase(views)?.[0]?.omitted).toEqual([
      'summary of note.price',
      'files that are no notes',
    ]);
    const filtered = readBase(`filters: file.hasTag("book")\n${views}`);
    expect(filtered?.[0]?.omitted).toEqual(['summary of note.price']);
  });

  test('views ask for notes', () => {
    const [all, cards] = readBase(base) ?? [];
    const cost = { kind: 'call', name: '*', inputs: [field('price'), value(2)] } as const;
    const fixed = { kind: 'call', name: 'fixed', inputs: [cost, value(1)] } as const;
    const book = { op: 'tag', name: 'book' };
    const open = { op: 'property', of: 'note', key: 'status', compare: '!=', value: 'done' };
    expect(all).toEqual({
      name: 'All',
      omitted: ['formula.age'],
      query: {
        ...plain,
        view: 'table',
        filter: { op: 'and', of: [book, open] },
        columns: [
          { key: 'title', label: 'file name' },
          { key: 'author', label: 'By' },
          { key: 'rating', label: 'stars' },
          { key: formulaKey(fixed), label: 'double' },
        ],
        sort: [{ key: 'rating', descending: true }],
        group: 'author',
        limit: 10,
      },
    });
    expect(cards?.query).toMatchObject({ view: 'cards', image: 'cover' });
  });

  test('views that name the embedding note ask for it', () => {
    const filters =
      'filters: { or: ["list(note.author).contains(this)", "file.hasLink(this.file)"] }';
    expect(readBase(filters)?.[0]?.query?.filter).toEqual({
      op: 'or',
      of: [
        { op: 'self', key: 'author' },
        { op: 'link', name: '' },
      ],
    });
  });

  test('views that only Obsidian understands have no query', () => {
    expect(
      readBase(base)
        ?.slice(2)
        .map(({ name, query }) => [name, query]),
    ).toEqual([
      ['Where', null],
      ['Mine', null],
    ]);
    expect(readBase('views: [')).toBeNull();
    const pictures = readBase('filters: \'!file.ext.containsAny("md", "pdf")\'');
    expect(pictures).toEqual([{ name: 'Table', query: null, omitted: [] }]);
  });

  test('a file shows each view below its name, so that one can be embedded', () => {
    const parsed = parse(base, 'Books.base');
    expect(outline(parsed)).toBe(
      'heading[“All”] query notice(query) heading[“Cards”] query heading[“Where”] notice(query) heading[“Mine”] notice(query)',
    );
    expect(parsed.note).toMatchObject({ name: 'Books.base', title: 'Books', hasQueries: true });
    expect(parsed.note.headings.map(({ fragment }) => fragment)).toEqual([
      'all',
      'cards',
      'where',
      'mine',
    ]);
  });
});
