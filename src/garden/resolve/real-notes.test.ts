import { expect, test } from 'vitest';
import type { Garden } from '../garden.ts';
import type { Vault } from '../note.ts';
import { parseNote } from '../parse/parse-note.ts';
import { logseqGraph, obsidianVault, policy } from './fixtures/notes.ts';
import { resolveGarden } from './resolve-garden.ts';

const vaults = [logseqGraph(), obsidianVault()];

/** The garden of sources by path, read by the real parsers. */
function gardenOf(sources: Readonly<Record<string, string>>): Garden {
  const notes = Object.entries(sources).map(([path, source]) => {
    const vault = vaults.find(({ root }) => path.startsWith(`${root}/`)) as Vault;
    return parseNote({ path, source }, vault).note;
  });
  return resolveGarden(notes, [{ path: 'logseq/assets/gfs.png', digest: '' }], vaults, policy);
}

const uuid = '64a1f0c2-0000-4000-8000-000000000001';

const garden = gardenOf({
  'logseq/pages/mit___6.824.md': 'alias:: 6.824\n\n- [[mit/6.824/GFS]] and #共识\n',
  'logseq/pages/mit___6.824___GFS.md': [
    '- ![leases](../assets/gfs.png)',
    `- The primary holds a lease. [[Kafka]]\n  id:: ${uuid}`,
    '- read [[Nov 13th, 2026]]',
  ].join('\n'),
  'logseq/journals/2026_11_13.md': `- TODO read ((${uuid})) in [[6.824]]\n- [[Nobody wrote this]]`,
  'logseq/pages/Diary.md': 'public:: false\n\n- [[Kafka]] and [[A secret ghost]] #secret',
  'obsidian/Systems/Kafka.md':
    '---\naliases: [commit log]\ntags: [messaging]\n---\n## Acks all\nSee [[mit/6.824/GFS|GFS]], [[2026-11-13]] and [[Diary]].\n',
  'obsidian/Maps/Storage.md':
    'From [[kafka#acks ALL]] to [x](../Systems/Kafka.md) and [[nobody wrote THIS]].',
});

/** Where the links of a note lead, in a word each. */
function leads(id: string): string[] | undefined {
  return garden.notes.get(id)?.targets.map((target) => {
    if (target.kind === 'note') return target.id + (target.fragment && `#${target.fragment}`);
    return target.kind === 'ghost' ? `ghost ${target.id}` : target.kind;
  });
}

test('what the parsers read resolves across vaults, forms and dialects', () => {
  expect(Object.fromEntries([...garden.notes.keys()].map((id) => [id, leads(id)]))).toEqual({
    'journals/2026-11-13': [`mit/6.824/gfs#${uuid}`, 'mit/6.824', 'ghost nobody-wrote-this'],
    'maps/storage': ['systems/kafka#acks-all', 'systems/kafka', 'ghost nobody-wrote-this'],
    'mit/6.824': ['mit/6.824/gfs', 'tag'],
    'mit/6.824/gfs': ['asset', 'systems/kafka', 'journals/2026-11-13'],
    'systems/kafka': ['mit/6.824/gfs', 'journals/2026-11-13', 'private'],
  });
});

test('backlinks name their sources', () => {
  const sources = [...garden.notes].map(([id, { backlinks }]) => [
    id,
    backlinks.map(({ from }) => from),
  ]);
  expect(Object.fromEntries(sources)).toEqual({
    'journals/2026-11-13': ['mit/6.824/gfs', 'systems/kafka'],
    'maps/storage': [],
    'mit/6.824': ['journals/2026-11-13'],
    'mit/6.824/gfs': ['journals/2026-11-13', 'mit/6.824', 'systems/kafka'],
    'systems/kafka': ['maps/storage', 'maps/storage', 'mit/6.824/gfs'],
  });
});

test('ghosts, tags, files and journals are those of public notes', () => {
  expect([...garden.ghosts.keys()]).toEqual(['mit', 'nobody-wrote-this']);
  expect([...garden.tags.keys()]).toEqual(['messaging', '共识']);
  expect([...garden.assets.keys()]).toEqual(['logseq/assets/gfs.png']);
  expect(garden.journals).toEqual(['journals/2026-11-13']);
  expect(garden.diagnostics.map(({ code }) => code)).toEqual(['private-link']);
});

test('a Logseq name that is a tag of some note leads to the tag, not to a ghost beside it', () => {
  const { notes, ghosts } = gardenOf({
    'logseq/pages/A.md': '- see [[Storage]] and [[Nowhere]]',
    'obsidian/B.md': 'B #storage',
  });
  expect(notes.get('a')?.targets).toEqual([
    { kind: 'tag', tag: 'storage' },
    { kind: 'ghost', id: 'nowhere' },
  ]);
  expect([...ghosts.keys()]).toEqual(['nowhere']);
});
