import { expect, test } from 'vitest';
import type { Target } from '../../garden.ts';
import type { Link, Note, Vault } from '../../note.ts';
import {
  block,
  blockReference,
  logseqGraph,
  logseqJournal,
  logseqPage,
  markdownLink,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  tagLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function follow(
  link: Link,
  notes: Note[],
  graph: Vault = logseqGraph(),
): readonly [Target | undefined, string[]] {
  const source = logseqPage('source page', { links: [link] });
  const garden = resolveGarden([source, ...notes], [], [graph, obsidianVault()], policy);
  return [garden.notes.get('source-page')?.targets[0], garden.diagnostics.map(({ code }) => code)];
}

function to(id: string, fragment = ''): Target {
  return { kind: 'note', id, fragment };
}

const pages = [
  logseqPage('mit/6.824', { aliases: ['6.824', '六点八二四'] }),
  logseqPage('C#'),
  logseqPage('a|b'),
  logseqJournal('2021-01-03', 'Jan 3rd, 2021'),
  obsidianNote('Systems/Kafka', { title: 'Apache Kafka', aliases: ['log'] }),
];

test.for<[string, Link, Target]>([
  ['by its whole name', pageLink('mit/6.824'), to('mit/6.824')],
  ['in any case, with slashes at the ends', pageLink('/MIT/6.824/'), to('mit/6.824')],
  ['by an alias', pageLink('六点八二四'), to('mit/6.824')],
  ['with a # in it', pageLink('C#'), to('c-sharp')],
  ['with a | in it', pageLink('a|b'), to('a-b')],
  ['by the configured date', pageLink('Jan 3rd, 2021'), to('journals/2021-01-03')],
  ['by an ISO date', pageLink('2021-01-03'), to('journals/2021-01-03')],
  ['by the date of a file', pageLink('2021_01_03'), to('journals/2021-01-03')],
  ['in Obsidian by path', pageLink('Systems/Kafka'), to('systems/kafka')],
  ['in Obsidian by basename', pageLink('kafka'), to('systems/kafka')],
  ['in Obsidian by title', pageLink('Apache Kafka'), to('systems/kafka')],
  ['in Obsidian by alias', pageLink('Log'), to('systems/kafka')],
  ['by a tag', tagLink('6.824'), to('mit/6.824')],
  ['by the path of its file', markdownLink('../pages/mit___6.824.md'), to('mit/6.824')],
  ['by its label', markdownLink('../pages/gone.md', { label: 'C#' }), to('c-sharp')],
])('a page is found %s', ([, link, target]) => {
  expect(follow(link, pages)).toEqual([target, []]);
});

test('a day is read in the format of its graph', () => {
  const graph = logseqGraph({ journalFormats: ['E, yyyy/MM/dd', 'MMM do, yyyy', 'yyyy-MM-dd'] });
  const journal = logseqJournal('2021-01-01', 'Fri, 2021/01/01');
  for (const name of ['Fri, 2021/01/01', 'Jan 1st, 2021', '2021-01-01']) {
    expect(follow(pageLink(name), [journal], graph)).toEqual([to('journals/2021-01-01'), []]);
  }
});

test('a page with a bar after its name is read as labelled, with a diagnostic', () => {
  expect(follow(pageLink('mit/6.824|the course'), pages)).toEqual([
    to('mit/6.824'),
    ['unsupported-syntax'],
  ]);
});

test('a tag without a page leads to its tag page, and a name without a file to a ghost', () => {
  expect(follow(tagLink('Idea'), pages)).toEqual([{ kind: 'tag', tag: 'idea' }, []]);
  expect(follow(pageLink('Idea'), pages)).toEqual([{ kind: 'ghost', id: 'idea' }, []]);
});

test('a tag that a Logseq page and an Obsidian note share leads each where its program would', () => {
  const garden = resolveGarden(
    [
      logseqPage('a', { links: [tagLink('Linux')], tags: ['Linux'] }),
      logseqPage('linux'),
      obsidianNote('b', { links: [tagLink('linux')], tags: ['linux'] }),
    ],
    [],
    [logseqGraph(), obsidianVault()],
    policy,
  );
  expect(garden.notes.get('a')?.targets).toEqual([to('linux')]);
  expect(garden.notes.get('b')?.targets).toEqual([{ kind: 'tag', tag: 'linux' }]);
  expect(garden.tags.get('linux')).toMatchObject({ name: 'Linux', notes: ['a', 'b'] });
});

const uuid = '64a1f0c2-0000-4000-8000-000000000001';

test('a block is found by its id in the whole garden', () => {
  const holder = logseqPage('holder', { blocks: [block('the rule', { id: uuid })] });
  expect(follow(blockReference(uuid.toUpperCase()), [holder])).toEqual([to('holder', uuid), []]);
  expect(follow(blockReference(uuid), [])).toEqual([{ kind: 'unresolved' }, ['missing-block']]);
});

test('of two blocks with one id the first keeps it, a published one before others', () => {
  const blocks = [block('x', { id: uuid, line: 4, column: 3 })];
  const one = logseqPage('one', { blocks, visibility: 'private' });
  const [two, three] = [logseqPage('two', { blocks }), logseqPage('three', { blocks })];
  expect(follow(blockReference(uuid), [one, two, three])).toEqual([
    to('three', uuid),
    ['duplicate-block', 'duplicate-block'],
  ]);
});

test('two files of one page keep a page each, and links lead to the first', () => {
  const second = logseqPage('raft', { path: 'logseq/pages/z.md', links: [pageLink('RAFT')] });
  const garden = resolveGarden([logseqPage('Raft'), second], [], [logseqGraph()], policy);
  expect([...garden.notes.keys()]).toEqual(['raft', 'raft-2']);
  expect(garden.notes.get('raft-2')?.targets).toEqual([to('raft')]);
  expect(garden.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['duplicate-name', 'logseq/pages/z.md'],
    ['slug-collision', 'logseq/pages/z.md'],
  ]);
});

test('an alias that two pages claim stays with the first', () => {
  const garden = resolveGarden(
    [
      logseqPage('a', { aliases: ['x'] }),
      logseqPage('b', { aliases: ['X'] }),
      logseqPage('c', { links: [pageLink('x')] }),
    ],
    [],
    [logseqGraph()],
    policy,
  );
  expect(garden.notes.get('c')?.targets).toEqual([to('a')]);
  expect(garden.diagnostics).toEqual([
    {
      code: 'duplicate-alias',
      path: 'logseq/pages/b.md',
      line: 1,
      column: 1,
      message: 'The alias “X” is already taken by “logseq/pages/a.md”, which keeps it.',
      hint: '',
    },
  ]);
});
