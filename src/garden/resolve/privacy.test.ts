import { describe, expect, test } from 'vitest';
import type { Asset, Garden, Policy } from '../garden.ts';
import type { Link, Note } from '../note.ts';
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
  task,
  wikiLink,
} from './fixtures/notes.ts';
import { answerQuery } from './query/answer-query.ts';
import { resolveGarden } from './resolve-garden.ts';

const uuid = '64a1f0c2-0000-4000-8000-000000000001';
const secretFile: Asset = { path: 'logseq/assets/Geheim.png', digest: '1' };

/** Notes that must leave no trace: marked private, left out by their vaults, hidden. */
const privateNotes: Note[] = [
  logseqPage('Geheim', {
    visibility: 'private',
    aliases: ['Geheimnis'],
    tags: ['geheimtag', 'Shared'],
    text: 'Kafka and Raft',
    blocks: [block('Geheim', { id: uuid, task: task('TODO') })],
    links: [
      pageLink('Kafka'),
      pageLink('Geheimer Ghost'),
      tagLink('geheimtag'),
      markdownLink('../assets/Geheim.png', { kind: 'embed' }),
    ],
    image: '../assets/Geheim.png',
    permalink: 'geheim-permalink',
  }),
  logseqPage('mit/Geheim/Deep', { visibility: 'private' }),
  logseqJournal('2021-01-03', 'Jan 3rd, 2021', { visibility: 'private', text: 'Geheim' }),
  obsidianNote('Folder/Geheimbuch', { visibility: 'private', links: [wikiLink('Kafka')] }),
  obsidianNote('Folder/Folder', { visibility: 'private', title: 'Geheimer Titel' }),
];

const publicNotes: Note[] = [
  logseqPage('Kafka', { aliases: ['Log'], tags: ['shared'], text: 'Raft elects.' }),
  logseqPage('mit/GFS', { links: [pageLink('Kafka'), pageLink('Ghost/Below')] }),
  logseqJournal('2021-01-02', 'Jan 2nd, 2021'),
  obsidianNote('Folder/Raft', { links: [wikiLink('Kafka')] }),
];

function gardenOf(notes: readonly Note[], changes: Partial<Policy> = {}): Garden {
  const vaults = [logseqGraph({ home: 'Geheim', favorites: ['Geheim', 'Kafka'] }), obsidianVault()];
  return resolveGarden(notes, [secretFile], vaults, { ...policy, ...changes });
}

/** What the site can show: all but the owner's diagnostics and what tells of that which he keeps back. */
function publicValues(garden: Garden): unknown {
  const { diagnostics: _, counts, vaults: __, publishing: ___, ...values } = garden;
  const { private: ____, unpublished: _____, notes: ______, ...told } = counts;
  return { ...values, counts: told, unpublishedKeys: [] };
}

/** All public values as text, without what the author wrote into the public notes themselves. */
function written(garden: Garden): string {
  return JSON.stringify(
    { ...garden, diagnostics: [], counts: {}, publishing: {}, unpublishedKeys: [] },
    (key, value) => {
      if (key === 'note' || key === 'link') return undefined;
      return value instanceof Map ? [...value] : value;
    },
  );
}

test('private notes that nobody links to change nothing', () => {
  expect(publicValues(gardenOf([...privateNotes, ...publicNotes]))).toEqual(
    publicValues(gardenOf(publicNotes)),
  );
});

test('notes that their vaults leave out change nothing either', () => {
  const unset = privateNotes.map((note): Note => ({ ...note, visibility: 'unset' }));
  const open = publicNotes.map((note): Note => ({ ...note, visibility: 'public' }));
  const optIn = (notes: readonly Note[]): Garden =>
    resolveGarden(
      notes,
      [secretFile],
      [logseqGraph({ publishing: 'opt-in' }), obsidianVault({ publishing: 'unreadable' })],
      policy,
    );
  expect(publicValues(optIn([...unset, ...open]))).toEqual(publicValues(optIn(open)));
  expect(optIn([...unset, ...open]).counts).toMatchObject({ private: 0, unpublished: 5 });
});

test('favourites and home of a vault do not name what is private', () => {
  const [graph] = gardenOf([...privateNotes, ...publicNotes]).vaults.filter(
    ({ dialect }) => dialect === 'logseq',
  );
  expect(graph).toMatchObject({ home: null, favorites: ['Kafka'] });
  expect(gardenOf([...privateNotes, ...publicNotes]).home).toBeNull();
});

const everyWay: readonly Link[] = [
  pageLink('Geheim'),
  pageLink('geheim', { kind: 'embed' }),
  pageLink('Geheimnis', { kind: 'property' }),
  pageLink('mit/Geheim/Deep', { kind: 'diagram' }),
  pageLink('Jan 3rd, 2021'),
  pageLink('2021-01-03'),
  pageLink('Geheimbuch'),
  pageLink('Geheimer Titel'),
  tagLink('Geheim'),
  tagLink('geheimnis'),
  tagLink('Geheim/below'),
  blockReference(uuid),
  blockReference(uuid, { kind: 'embed' }),
];

describe('a public note that links to private ones in every way', () => {
  const linking = logseqPage('Open', {
    links: everyWay,
    tags: ['Geheim', 'geheimnis', 'Geheim/below', 'fine'],
    blocks: [block('all of them', { links: everyWay.map((_, index) => index) })],
    text: 'Geheim is mentioned here',
  });
  const garden = gardenOf([...privateNotes, ...publicNotes, linking]);

  test('gets private targets only', () => {
    const targets = garden.notes.get('open')?.targets;
    expect(targets).toEqual(everyWay.map(() => ({ kind: 'private' })));
  });

  test('makes no ghost, tag, address, mention or name of them', () => {
    expect(written(garden)).not.toMatch(/geheim/i);
    expect([...garden.ghosts.keys()]).toEqual(['ghost', 'ghost/below', 'mit']);
    expect([...garden.tags.keys()]).toEqual(['fine', 'shared']);
  });

  test('keeps only its other tags', () => {
    expect(garden.notes.get('open')?.note.tags).toEqual(['fine']);
  });

  test('tells the owner where each link leads', () => {
    const told = garden.diagnostics.filter(({ code }) => code === 'private-link');
    expect(told).toHaveLength(everyWay.length);
    expect(told[0]?.path).toBe('logseq/pages/Open.md');
  });
});

test('links of an Obsidian note to private ones are private by path, alias, title and from elsewhere', () => {
  const links = [
    wikiLink('Geheimbuch'),
    wikiLink('Folder/Geheimbuch#Heading'),
    markdownLink('Geheimbuch.md'),
    wikiLink('Geheimer Titel'),
    wikiLink('Geheim'),
    wikiLink('Geheimnis', { kind: 'property' }),
    wikiLink('2021-01-03'),
    // As it stands, none of these is the name of a note.
    wikiLink('Geheimbuch^block'),
    wikiLink('Geheimer  Titel'),
  ];
  const garden = gardenOf([
    ...privateNotes,
    ...publicNotes,
    obsidianNote('Folder/Open', { links }),
  ]);
  expect(garden.notes.get('folder/open')?.targets).toEqual(links.map(() => ({ kind: 'private' })));
  expect(written(garden)).not.toMatch(/geheim/i);
});

test('a private folder note has no id above the public notes of its folder', () => {
  const garden = gardenOf([...privateNotes, ...publicNotes]);
  expect(garden.notes.get('folder/raft')?.ancestors).toEqual([{ title: 'Folder', id: null }]);
});

test('a private page is no ghost above the pages of its namespace, and none is below it', () => {
  const garden = gardenOf([
    logseqPage('vault', { visibility: 'private' }),
    logseqPage('vault/open', { links: [pageLink('vault/ghost'), pageLink('Vault/a/b')] }),
  ]);
  expect(garden.notes.get('vault/open')).toMatchObject({
    ancestors: [{ title: 'vault', id: null }],
    targets: [{ kind: 'private' }, { kind: 'private' }],
  });
  expect(garden.ghosts.size).toBe(0);
});

test('a file that only private notes show is not published', () => {
  expect(gardenOf([...privateNotes, ...publicNotes]).assets.size).toBe(0);
});

test('queries find nothing of private notes', () => {
  const garden = gardenOf([...privateNotes, ...publicNotes]);
  const all = (of: 'notes' | 'blocks') =>
    answerQuery(
      garden,
      {
        of,
        filter: { op: 'all' },
        sort: [],
        limit: null,
        sample: null,
        group: null,
        view: 'list',
        columns: [],
      },
      'kafka',
    ).map(({ id }) => id);
  expect(all('notes')).toEqual(['folder/raft', 'journals/2021-01-02', 'kafka', 'mit/gfs']);
  expect(all('blocks')).toEqual([]);
});

test('a public note next to a private one of the same name keeps its plain address', () => {
  const garden = gardenOf([obsidianNote('a b', { visibility: 'private' }), obsidianNote('A-B')]);
  expect([...garden.notes.keys()]).toEqual(['a-b']);
  expect(garden.diagnostics).toEqual([]);
});

test('two files of one Logseq page are both private when one is', () => {
  const garden = gardenOf([
    logseqPage('Geheim', { visibility: 'private' }),
    logseqPage('geheim', { path: 'logseq/pages/other.md', visibility: 'public' }),
  ]);
  expect(garden.notes.size).toBe(0);
  expect(garden.counts).toMatchObject({ notes: 2, private: 2, unpublished: 0 });
});
