import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Note } from '../../note.ts';
import {
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function gardenOf(...notes: Note[]) {
  return resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
}

/** Path of each note → its address. */
function addresses(...notes: Note[]): Record<string, string> {
  const entries = [...gardenOf(...notes).notes.values()];
  return Object.fromEntries(entries.map(({ note, permalink }) => [note.name, permalink]));
}

test('the folder of a vault is no part of an address', () => {
  expect(addresses(obsidianNote('Systems/Kafka'), logseqPage('mit/6.824'))).toEqual({
    'Systems/Kafka': '/systems/kafka/',
    'mit/6.824': '/mit/6.824/',
  });
});

test('the address of a journal is its date', () => {
  expect(addresses(logseqJournal('2026-11-13', 'Nov 13th, 2026'))).toEqual({
    'Nov 13th, 2026': '/journals/2026-11-13/',
  });
});

test('a folder note and an index take the address of their folder', () => {
  expect(addresses(obsidianNote('Papers/Papers'), obsidianNote('Labs/index'))).toEqual({
    'Papers/Papers': '/papers/',
    'Labs/index': '/labs/',
  });
});

test('a note beside a folder of its name takes the address before the folder note', () => {
  expect(
    addresses(obsidianNote('X'), obsidianNote('X/X'), obsidianNote('X/index'), obsidianNote('X/a')),
  ).toEqual({ X: '/x/', 'X/X': '/x/x/', 'X/index': '/x/index/', 'X/a': '/x/a/' });
});

test('the index of the whole garden is called home', () => {
  expect(addresses(obsidianNote('index'))).toEqual({ index: '/home/' });
});

test('of names with one slug the one that is the slug has it, others get numbers, with a diagnostic', () => {
  const notes = [obsidianNote('a b'), obsidianNote('A-B'), obsidianNote('A b?')];
  expect(addresses(...notes)).toEqual({ 'A b?': '/a-b-3/', 'A-B': '/a-b/', 'a b': '/a-b-2/' });
  expect(gardenOf(...notes).diagnostics).toEqual([
    {
      code: 'slug-collision',
      path: 'obsidian/A b?.md',
      line: 1,
      column: 1,
      message: 'The address /a-b/ belongs to “obsidian/A-B.md”, so this note gets a number.',
      hint: 'Give one of them a `permalink` property.',
    },
    {
      code: 'slug-collision',
      path: 'obsidian/a b.md',
      line: 1,
      column: 1,
      message: 'The address /a-b/ belongs to “obsidian/A-B.md”, so this note gets a number.',
      hint: 'Give one of them a `permalink` property.',
    },
  ]);
});

test('a number never takes an address that another note has by name', () => {
  expect(addresses(obsidianNote('A'), obsidianNote('a'), obsidianNote('a 2'))).toEqual({
    A: '/a/',
    'a 2': '/a-2/',
    a: '/a-3/',
  });
});

describe('a new note takes no address of an older one', () => {
  const older = { created: '2024-05-01' };
  const newer = { created: '2025-01-31T08:00:00' };

  test('though its name is the slug', () => {
    expect(addresses(obsidianNote('A-B', newer), obsidianNote('a b', older))).toEqual({
      'A-B': '/a-b-2/',
      'a b': '/a-b/',
    });
  });

  test('nor the number that the older one has', () => {
    const before = [obsidianNote('A', older), obsidianNote('a', older)];
    expect(addresses(...before, obsidianNote('a 2', newer))).toEqual({
      ...addresses(...before),
      'a 2': '/a-2-2/',
    });
  });

  test('nor that of a folder', () => {
    expect(addresses(obsidianNote('X', newer), obsidianNote('X/X', older))).toEqual({
      X: '/x-2/',
      'X/X': '/x/',
    });
  });

  test('and a note without a date is the newest', () => {
    expect(addresses(obsidianNote('A-B'), obsidianNote('a b', newer))).toEqual({
      'A-B': '/a-b-2/',
      'a b': '/a-b/',
    });
  });

  test('whatever the notes are called', () => {
    const name = fc.stringMatching(/^[aA](?:[ -]?[aA2]){0,2}$/);
    const days = fc.constantFrom('2024-05-01', '2024-05-02', '2024-05-03');
    const note = fc.record({ name, created: days, journal: fc.constant(null) });
    const uniqueNames = { selector: (one: { name: string }) => one.name, maxLength: 12 };
    fc.assert(
      fc.property(fc.uniqueArray(note, uniqueNames), (all) => {
        const notes = all.map((one) => obsidianNote(one.name, one));
        const before = notes.filter(({ created }) => created < '2024-05-03');
        expect(addresses(...notes)).toMatchObject(addresses(...before));
      }),
    );
  });
});

test('an address fixed by its author comes first', () => {
  expect(addresses(obsidianNote('a', { permalink: 'B/c d' }), obsidianNote('b/C d'))).toEqual({
    a: '/B/c-d/',
    'b/C d': '/b/c-d-2/',
  });
});

test.for([
  'Notes',
  'tags',
  'Search',
  'Graph',
  '404',
  'robots.txt',
  'assets',
  'pagefind',
  '_astro',
  'diagrams',
])('a note called %s does not take the address of the site', (name) => {
  const [address] = Object.values(addresses(obsidianNote(name)));
  expect(address).toBe(`/${name.toLowerCase()}-2/`);
});

test('no note has an address below a folder of the site', () => {
  expect(
    addresses(
      obsidianNote('Tags/a'),
      obsidianNote('assets/a'),
      obsidianNote('journals/2021'),
      obsidianNote('a', { permalink: 'tags/x' }),
    ),
  ).toEqual({
    'Tags/a': '/tags-2/a/',
    'assets/a': '/assets-2/a/',
    'journals/2021': '/journals-2/2021/',
    a: '/tags-2/x/',
  });
});

test('notes may have addresses below pages of the site', () => {
  expect(addresses(obsidianNote('Notes/a'), obsidianNote('Journals/about'))).toEqual({
    'Notes/a': '/notes/a/',
    'Journals/about': '/journals/about/',
  });
  expect(gardenOf(obsidianNote('Notes/a')).diagnostics).toEqual([]);
});

test('a thousand odd names have a thousand addresses', () => {
  const odd = ['?', '#', 'A', 'a', ' ', '%', '..', '-', '中', '\u200b'];
  const notes = Array.from({ length: 1000 }, (_, index) => {
    const name = [...String(index).padStart(3, '0')].map((digit) => odd[Number(digit)]).join('');
    return obsidianNote(name, { path: `obsidian/${index}.md` });
  });
  const ids = [...gardenOf(...notes).notes.keys()].map((id) => id.toLowerCase());
  expect(new Set(ids).size).toBe(1000);
});

test('aliases and old addresses redirect where nothing else is served', () => {
  const garden = gardenOf(
    obsidianNote('Systems/HDFS', { aliases: ['Hadoop FS', 'Kafka', 'tags'], permalink: 'hdfs' }),
    obsidianNote('Kafka', { aliases: ['hadoop fs', 'HDFS'] }),
  );
  expect([...garden.redirects]).toEqual([
    ['/hadoop-fs/', '/kafka/'],
    ['/systems/hdfs/', '/hdfs/'],
  ]);
});

test('the old address of a note is its own before it is the alias of another one', () => {
  const garden = gardenOf(
    obsidianNote('a', { aliases: ['Kafka'] }),
    obsidianNote('Kafka', { permalink: 'log' }),
  );
  expect([...garden.redirects]).toEqual([['/kafka/', '/log/']]);
});

test('a ghost never takes the address of a note', () => {
  const garden = gardenOf(logseqPage('a', { links: [pageLink('A?')] }));
  expect([...garden.ghosts.values()]).toMatchObject([{ id: 'a-2', title: 'A?' }]);
});

test.each(['feed.xml', 'llms.txt', 'offline.js', 'sitemap.xml', 'search', 'Graph'])(
  'a note called %s leaves the site what is its own',
  (name) => {
    expect(addresses(obsidianNote(name))).toEqual({ [name]: `/${name.toLowerCase()}-2/` });
  },
);
