import { expect, test } from 'vitest';
import { type QueryView, readQueryMap } from './queries.ts';

const list: QueryView = { table: false, columns: [], sortBy: '', descending: true };
const names = { pageName: (name: string) => name, dateOf: () => null };

function read(source: string) {
  const query = readQueryMap(source, list, names);
  return 'unread' in query ? query.unread : query.filter;
}

test.each([
  [
    'tasks of some days, as in the journal of a new graph',
    `{:title "NOW"
      :query [:find (pull ?h [*])
              :in $ ?start ?today
              :where
              [?h :block/marker ?marker]
              [(contains? #{"NOW" "DOING"} ?marker)]
              [?h :block/page ?p]
              [?p :block/journal? true]
              [?p :block/journal-day ?d]
              [(>= ?d ?start)]
              [(<= ?d ?today)]]
      :inputs [:14d :today]}`,
    {
      op: 'and',
      of: [
        { op: 'task', markers: ['NOW', 'DOING'] },
        { op: 'between', key: 'journal', from: '-14d', to: 'today' },
      ],
    },
  ],
  [
    'blocks that refer to a page',
    '{:query [:find (pull ?b [*]) :where [?p :block/name "a"] [?b :block/refs ?p]]}',
    { op: 'link', name: 'a' },
  ],
  [
    'rules',
    '{:query [:find (pull ?b [*]) :where (task ?b #{"TODO"}) (page-ref ?b "x") (not (property ?b :type "y"))]}',
    {
      op: 'and',
      of: [
        { op: 'task', markers: ['TODO'] },
        { op: 'link', name: 'x' },
        {
          op: 'not',
          of: {
            op: 'and',
            of: [{ op: 'property', of: 'block', key: 'type', compare: 'contains', value: 'y' }],
          },
        },
      ],
    },
  ],
  ['a query of the simple language', '{:query (task TODO)}', { op: 'task', markers: ['TODO'] }],
])('%s', (_what, source, filter) => {
  expect(read(source)).toEqual(filter);
});

test.each([
  ['{:query [:find ?b]}', ':where'],
  ['{:query [:find ?b :where [?b :block/content ?c]]}', '[?b :block/content ?c]'],
  ['{:query [:find ?b :where [?b :block/marker ?m] [(re-find ?x ?m)]]}', '[(re-find ?x ?m)]'],
  ['{:query (task TODO) :result-transform (fn [r] r)}', ':result-transform'],
  ['{:title "x"}', ':query'],
])('of %s the part that only the program can answer is %s', (source, part) => {
  expect(read(source)).toBe(part);
});
