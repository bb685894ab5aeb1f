import { expect, test } from 'vitest';
import type { Link, Note } from '../../note.ts';
import {
  logseqGraph,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';
import { knownNote } from './known-note.ts';
import { NameIndex } from './name-index.ts';

/** Path of the note that a link of `from` leads to, or the kind of its target. */
function follow(link: Link, from: Note, ...notes: Note[]): string | undefined {
  const linking = { ...from, links: [link] };
  const vaults = [logseqGraph(), obsidianVault()];
  const garden = resolveGarden([linking, ...notes], [], vaults, policy);
  const entries = [...garden.notes.values()];
  const target = entries.find(({ note }) => note.path === from.path)?.targets[0];
  return target?.kind === 'note' ? garden.notes.get(target.id)?.note.path : target?.kind;
}

test('a title is found before an alias, whichever note comes first', () => {
  const alias = obsidianNote('a', { aliases: ['Raft'] });
  const title = obsidianNote('b', { title: 'Raft' });
  for (const notes of [
    [alias, title],
    [title, alias],
  ]) {
    const index = new NameIndex(
      notes.map((note) => knownNote(note, note.name)),
      [obsidianVault()],
    );
    expect(index.inVault('obsidian', 'raft')).toMatchObject({ found: { id: 'b' }, by: 'title' });
  }
});

test('a published note has a name that an unpublished one claims first', () => {
  const notes = [
    knownNote(obsidianNote('a', { aliases: ['Raft'] }), null),
    knownNote(obsidianNote('b', { aliases: ['Raft'] }), 'b'),
  ];
  const index = new NameIndex(notes, [obsidianVault()]);
  expect(index.inVault('obsidian', 'Raft')?.found.id).toBe('b');
  expect(index.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['duplicate-alias', 'obsidian/a.md'],
  ]);
});

test('of other vaults one with a published note of the name is chosen', () => {
  const vaults = ['first', 'second', 'third'].map((root) => obsidianVault({ root }));
  const notes = [
    knownNote(obsidianNote('Raft', { vault: 'first', title: 'Raft' }), null),
    knownNote(obsidianNote('Raft', { vault: 'second', title: 'Raft' }), 'raft'),
  ];
  const index = new NameIndex(notes, vaults);
  expect(index.elsewhere('third', 'Raft')?.found.id).toBe('raft');
  expect(index.elsewhere('second', 'Raft')?.found.id).toBeNull();
});

test('an own alias is found before a page of another vault, in both dialects', () => {
  const obsidian = obsidianNote('a', { aliases: ['Raft'] });
  const logseq = logseqPage('b', { aliases: ['Raft'] });
  expect(follow(wikiLink('Raft'), obsidianNote('c'), obsidian, logseqPage('Raft'))).toBe(
    obsidian.path,
  );
  expect(follow(pageLink('Raft'), logseqPage('c'), logseq, obsidianNote('Raft'))).toBe(logseq.path);
});
