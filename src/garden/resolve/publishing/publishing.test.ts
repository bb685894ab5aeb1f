import { expect, test } from 'vitest';
import type { Note, Vault, Visibility } from '../../note.ts';
import { logseqGraph, logseqPage, obsidianNote, obsidianVault, policy } from '../fixtures/notes.ts';
import { decidePublishing } from './publishing.ts';

function published(vault: Vault, notes: Note[], publish: 'vault' | 'all' = 'vault'): string[] {
  const { published: set } = decidePublishing(notes, [vault], { ...policy, publish });
  return [...set].map(({ name }) => name);
}

const switches: Visibility[] = ['public', 'private', 'unset'];

test.for<[Vault['publishing'], 'vault' | 'all', string[]]>([
  ['all', 'vault', ['public', 'unset']],
  ['opt-in', 'vault', ['public']],
  ['none', 'vault', ['public']],
  ['none', 'all', ['public', 'unset']],
  ['opt-in', 'all', ['public', 'unset']],
])('a vault that publishes %s under the policy %s shows %s', ([publishing, publish, names]) => {
  const notes = switches.map((visibility) => obsidianNote(visibility, { visibility }));
  expect(published(obsidianVault({ publishing }), notes, publish)).toEqual(names);
});

test('each note is counted once', () => {
  const notes = switches.map((visibility) => obsidianNote(visibility, { visibility }));
  const decided = decidePublishing(notes, [obsidianVault({ publishing: 'opt-in' })], policy);
  expect(decided).toMatchObject({ private: 1, unpublished: 1, diagnostics: [] });
});

test('a note of no known vault is not published', () => {
  expect(published(obsidianVault({ root: 'other' }), [obsidianNote('a')])).toEqual([]);
});

test.for<[string, string, boolean]>([
  ['Templates/', 'Templates/Book', true],
  ['templates', 'Templates/Book', true],
  ['Templates/', 'My Templates/Book', false],
  ['/^daily\\/.*draft/', 'Daily/a draft', true],
  ['/draft$/', 'Drafts/a', false],
])('the excluded files %s of Obsidian hide %s: %s', ([hidden, name, isHidden]) => {
  expect(published(obsidianVault({ hidden: [hidden] }), [obsidianNote(name)])).toEqual(
    isHidden ? [] : [name],
  );
});

test('a clear yes beats the excluded files of Obsidian, and nothing beats those of Logseq', () => {
  const obsidian = obsidianNote('Templates/a', { visibility: 'public' });
  const logseq = logseqPage('a', { visibility: 'public' });
  expect(published(obsidianVault({ hidden: ['Templates'] }), [obsidian])).toEqual(['Templates/a']);
  expect(published(logseqGraph({ hidden: ['/pages'] }), [logseq])).toEqual([]);
});

test('an expression in Logseq is a prefix like any other', () => {
  const graph = logseqGraph({ hidden: ['/pages/'] });
  expect(published(graph, [logseqPage('a')])).toEqual([]);
});

test('a folder that is a graph and a vault at once follows each of its switches', () => {
  const vaults = [
    logseqGraph({ root: '', publishing: 'opt-in' }),
    obsidianVault({ root: '', publishing: 'all' }),
  ];
  const notes = [logseqPage('a', { vault: '' }), obsidianNote('b', { vault: '' })];
  for (const each of [vaults, vaults.toReversed()]) {
    const names = [...decidePublishing(notes, each, policy).published].map(({ name }) => name);
    expect(names).toEqual(['b']);
  }
});

test('excluded files that cannot be read close the vault', () => {
  const vault = obsidianVault({ hidden: ['/(/'] });
  const notes = [obsidianNote('a'), obsidianNote('b', { visibility: 'public' })];
  expect(published(vault, notes)).toEqual(['b']);
  expect(decidePublishing(notes, [vault], policy).diagnostics).toEqual([
    {
      code: 'invalid-config',
      path: 'obsidian/.obsidian/app.json',
      line: 1,
      column: 1,
      message: 'The excluded files /(/ are not a valid expression.',
      hint: 'Until it can be read, only notes with `publish: true` are published.',
    },
  ]);
});
