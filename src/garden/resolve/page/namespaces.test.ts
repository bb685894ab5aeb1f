import { expect, test } from 'vitest';
import type { Garden } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { logseqGraph, logseqPage, obsidianNote, obsidianVault, policy } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function gardenOf(...notes: Note[]): Garden {
  return resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
}

/** Ids of what stands above and below a note or ghost. */
function around(garden: Garden, id: string) {
  const entry = garden.notes.get(id) ?? garden.ghosts.get(id);
  return { above: entry?.ancestors, below: entry?.children };
}

test('a page knows the pages above and directly below it, files or not', () => {
  const garden = gardenOf(
    logseqPage('mit'),
    logseqPage('mit/6.824/GFS'),
    logseqPage('mit/6.824/Raft'),
  );
  expect(around(garden, 'mit')).toEqual({ above: [], below: ['mit/6.824'] });
  expect(around(garden, 'mit/6.824')).toEqual({
    above: [{ title: 'mit', id: 'mit' }],
    below: ['mit/6.824/gfs', 'mit/6.824/raft'],
  });
  expect(around(garden, 'mit/6.824/gfs')).toEqual({
    above: [
      { title: 'mit', id: 'mit' },
      { title: '6.824', id: 'mit/6.824' },
    ],
    below: [],
  });
});

test('a namespace whose page is only an alias leads to the page', () => {
  const garden = gardenOf(
    logseqPage('MIT OpenCourseWare', { aliases: ['mit'] }),
    logseqPage('mit/6.824'),
  );
  expect(around(garden, 'mit/6.824').above).toEqual([{ title: 'mit', id: 'mit-opencourseware' }]);
  expect(around(garden, 'mit-opencourseware').below).toEqual(['mit/6.824']);
  expect(garden.ghosts.size).toBe(0);
});

test('folders are ancestors of Obsidian notes and lead to their index note', () => {
  const garden = gardenOf(
    obsidianNote('Papers/Papers'),
    obsidianNote('Papers/2003/GFS'),
    obsidianNote('Papers/2003/index'),
    obsidianNote('Plain/Raft'),
    obsidianNote('Twin'),
    obsidianNote('Twin/Child'),
  );
  expect(around(garden, 'papers/2003/gfs').above).toEqual([
    { title: 'Papers', id: 'papers' },
    { title: '2003', id: 'papers/2003' },
  ]);
  expect(around(garden, 'papers')).toEqual({ above: [], below: ['papers/2003'] });
  expect(around(garden, 'papers/2003').below).toEqual(['papers/2003/gfs']);
  expect(around(garden, 'plain/raft').above).toEqual([{ title: 'Plain', id: null }]);
  expect(around(garden, 'twin').below).toEqual(['twin/child']);
});

test('an Obsidian folder makes no ghost', () => {
  expect(gardenOf(obsidianNote('Folder/Note')).ghosts.size).toBe(0);
});
