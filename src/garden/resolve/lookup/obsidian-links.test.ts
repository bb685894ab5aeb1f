import { describe, expect, test } from 'vitest';
import type { Target } from '../../garden.ts';
import type { Link, Note } from '../../note.ts';
import {
  heading,
  logseqGraph,
  logseqJournal,
  logseqPage,
  markdownLink,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

/** Where a link in the note `from` leads, and the codes of what is said about it. */
function follow(
  link: Link,
  from: string,
  ...notes: Note[]
): readonly [Target | undefined, string[]] {
  const source = obsidianNote(from, { links: [link] });
  const garden = resolveGarden([source, ...notes], [], [logseqGraph(), obsidianVault()], policy);
  const id = [...garden.notes.values()].find(({ note }) => note.path === source.path)?.id ?? '';
  return [garden.notes.get(id)?.targets[0], garden.diagnostics.map(({ code }) => code)];
}

function to(id: string, fragment = ''): Target {
  return { kind: 'note', id, fragment };
}

const vault = [
  obsidianNote('Kafka'),
  obsidianNote('Systems/HDFS'),
  obsidianNote('Systems/Storage/Ceph'),
  obsidianNote('Papers/v1.2 notes'),
  obsidianNote('学习/一致性'),
  obsidianNote('Labs/index'),
  obsidianNote('Café'),
];

describe('a link from Papers/GFS leads', () => {
  test.for<[string, Link, Target]>([
    ['by basename', wikiLink('HDFS'), to('systems/hdfs')],
    ['in any case', wikiLink('hdfs'), to('systems/hdfs')],
    ['with .md', wikiLink('HDFS.md'), to('systems/hdfs')],
    ['by path from the root', wikiLink('Systems/Storage/Ceph'), to('systems/storage/ceph')],
    ['by path with a slash in front', wikiLink('/Systems/HDFS'), to('systems/hdfs')],
    ['by the end of a path', wikiLink('Storage/Ceph'), to('systems/storage/ceph')],
    ['by steps', wikiLink('../Systems/HDFS'), to('systems/hdfs')],
    ['by steps in Markdown', markdownLink('../Systems/HDFS.md'), to('systems/hdfs')],
    ['beside itself in Markdown', markdownLink('v1.2 notes.md'), to('papers/v1.2-notes')],
    ['to names with dots', wikiLink('v1.2 notes'), to('papers/v1.2-notes')],
    ['to Chinese names', wikiLink('一致性'), to('学习/一致性')],
    ['to decomposed letters', wikiLink('Cafe\u0301'), to('café')],
    ['to a folder', wikiLink('Labs'), to('labs')],
    ['to a folder with a slash', markdownLink('../Labs/'), to('labs')],
    ['to itself', wikiLink(''), to('papers/gfs')],
  ])('%s', ([, link, target]) => {
    expect(follow(link, 'Papers/GFS', ...vault)).toEqual([target, []]);
  });

  test.for<[string, Link]>([
    ['to nobody', wikiLink('Zookeeper')],
    ['past the end of a path', wikiLink('x/Ceph')],
    ['to part of a name', wikiLink('eph')],
    ['by steps that lead elsewhere', wikiLink('../Kafka/HDFS')],
    ['out of the notes folder', wikiLink('../../../Kafka')],
  ])('nowhere %s', ([, link]) => {
    expect(follow(link, 'Papers/GFS', ...vault)).toEqual([
      { kind: 'unresolved' },
      ['unresolved-link'],
    ]);
  });
});

describe('a name that fits several notes leads', () => {
  const same = ['Same', 'a/Same', 'a/b/Same', 'a/b/c/Same', 'z/Same'].map((name) =>
    obsidianNote(name),
  );

  test.for<[string, string, string]>([
    ['to the same folder', 'a/b/n', 'a/b/same'],
    ['below before above', 'a/b/c/d/n', 'a/b/c/same'],
    ['up to the nearest', 'y/n', 'same'],
    ['down from the top', 'n', 'same'],
  ])('%s', ([, from, id]) => {
    expect(follow(wikiLink('Same'), from, ...same)).toEqual([to(id), ['ambiguous-link']]);
  });

  test('to the shortest path when all are equally near', () => {
    const notes = [obsidianNote('longer/Same'), obsidianNote('short/Same')];
    expect(follow(wikiLink('Same'), 'n', ...notes)).toEqual([to('short/same'), ['ambiguous-link']]);
  });

  test('to the first in order when nothing else decides', () => {
    const notes = [obsidianNote('b/Same'), obsidianNote('a/Same')];
    expect(follow(wikiLink('Same'), 'n', ...notes)).toEqual([to('a/same'), ['ambiguous-link']]);
  });

  test('without doubt when the path is written', () => {
    expect(follow(wikiLink('z/Same'), 'a/b/n', ...same)).toEqual([to('z/same'), []]);
    expect(follow(markdownLink('Same.md'), 'a/b/n', ...same)).toEqual([to('a/b/same'), []]);
  });

  test('with a diagnostic that names them all', () => {
    const source = obsidianNote('y/n', { links: [wikiLink('same', { line: 3, column: 5 })] });
    const garden = resolveGarden([source, ...same], [], [obsidianVault()], policy);
    expect(garden.diagnostics).toEqual([
      {
        code: 'ambiguous-link',
        path: 'obsidian/y/n.md',
        line: 3,
        column: 5,
        message:
          '“same” matches “obsidian/Same.md” and “obsidian/a/Same.md” and “obsidian/z/Same.md” and ' +
          '“obsidian/a/b/Same.md” and “obsidian/a/b/c/Same.md”; the first is used.',
        hint: 'Write the path: [[Same]].',
      },
    ]);
    expect(garden.counts.links).toMatchObject({ resolved: 1, ambiguous: 1 });
  });
});

test('an alias leads to its note, though Obsidian would not follow it', () => {
  const note = obsidianNote('AI/Artificial Intelligence', { aliases: ['AI'] });
  const source = obsidianNote('n', { links: [wikiLink('ai', { line: 2, column: 7 })] });
  const garden = resolveGarden([source, note], [], [obsidianVault()], policy);
  expect(garden.notes.get('n')?.targets).toEqual([to('ai/artificial-intelligence')]);
  expect(garden.diagnostics).toEqual([
    {
      code: 'alias-link',
      path: 'obsidian/n.md',
      line: 2,
      column: 7,
      message:
        '“ai” is only an alias of “obsidian/AI/Artificial Intelligence.md”, which Obsidian does not resolve.',
      hint: 'Write [[Artificial Intelligence|ai]].',
    },
  ]);
});

test('a note of the own vault goes before pages of another one', () => {
  const pages = [logseqPage('Kafka'), logseqPage('Raft', { aliases: ['Consensus'] })];
  expect(follow(wikiLink('Kafka'), 'n', obsidianNote('Systems/Kafka'), ...pages)).toEqual([
    to('systems/kafka'),
    [],
  ]);
  expect(follow(wikiLink('Kafka'), 'n', ...pages)).toEqual([to('kafka'), []]);
  expect(follow(wikiLink('consensus'), 'n', ...pages)).toEqual([to('raft'), []]);
});

test('a day leads to the journal of a Logseq graph', () => {
  const journal = logseqJournal('2026-11-13', 'Nov 13th, 2026');
  expect(follow(wikiLink('2026-11-13'), 'n', journal)).toEqual([to('journals/2026-11-13'), []]);
  expect(follow(wikiLink('Nov 13th, 2026'), 'n', journal)).toEqual([to('journals/2026-11-13'), []]);
});

test('a name that is a ghost in a Logseq graph leads to the ghost, in whatever order they are read', () => {
  const page = logseqPage('zzz', { links: [pageLink('Nobody/Wrote')] });
  expect(follow(wikiLink('nobody/wrote'), 'a', page)).toEqual([
    { kind: 'ghost', id: 'nobody/wrote' },
    [],
  ]);
  expect(follow(markdownLink('Nobody.md'), 'a', page)[0]).toEqual({ kind: 'ghost', id: 'nobody' });
  expect(follow(wikiLink('Nobody'), 'a', page)).toEqual([{ kind: 'ghost', id: 'nobody' }, []]);
});

describe('an anchor in a link', () => {
  const note = obsidianNote('N', {
    headings: [
      heading('Write path', 1),
      heading('Errors', 2),
      heading('Read path', 1),
      heading('Errors', 2),
      heading('What is `hasTag`? (a: b)', 2),
      heading('CAP 与 PACELC、三', 3),
    ].map((each, index) => ({ ...each, fragment: `h${index}` })),
    blocks: [
      {
        fragment: 'acks-all',
        id: 'acks-all',
        parent: -1,
        text: '',
        task: null,
        properties: [],
        links: [],
        line: 9,
        column: 1,
      },
    ],
  });

  test.for<[string, string, string]>([
    ['names a heading', 'N#Read path', 'h2'],
    ['in any case', 'N#read PATH', 'h2'],
    ['by a path', 'N#Read path#Errors', 'h3'],
    ['the first of several', 'N#Errors', 'h1'],
    ['whatever the signs', 'N#What is hasTag? a b', 'h4'],
    ['with its code', 'N#What is `hasTag`? (a: b)', 'h4'],
    ['in Chinese', 'N#CAP 与 PACELC、三', 'h5'],
    ['as GitHub writes it', 'N#read-path', 'h2'],
    ['as GitHub writes Chinese', 'N#cap-与-pacelc三', 'h5'],
    ['as GitHub writes code and signs', 'N#what-is-hastag-a-b', 'h4'],
    ['as GitHub tells equal ones apart', 'N#errors-1', 'h3'],
    ['by its own id', 'N#h5', 'h5'],
    ['names a block', 'N#^Acks-All', 'acks-all'],
    ['is empty', 'N#', ''],
  ])('%s', ([, written, fragment]) => {
    expect(follow(wikiLink(written), 'x', note)).toEqual([to('n', fragment), []]);
  });

  test.for<[string, string]>([
    ['N#Nothing', 'missing-heading'],
    ['N#Write path#Read path', 'missing-heading'],
    ['N#^nothing', 'missing-block'],
  ])('that finds nothing (%s) still leads to the note', ([written, code]) => {
    expect(follow(wikiLink(written), 'x', note)).toEqual([to('n'), [code]]);
  });

  test('has the nearest heading as a hint', () => {
    const source = obsidianNote('x', { links: [wikiLink('N#Raed path')] });
    const garden = resolveGarden([source, note], [], [obsidianVault()], policy);
    expect(garden.diagnostics).toMatchObject([
      { message: '“N” has no heading “Raed path”.', hint: 'Did you mean [[N#Read path]]?' },
    ]);
  });
});
