import { expect, test } from 'vitest';
import { logseqGraph, obsidianVault, policy } from '../garden/resolve/fixtures/notes.ts';
import { withIgnoredFolders } from './ignored-folders.ts';

function ignored(own: readonly string[] | undefined, templateFolders: readonly string[] = []) {
  const vaults = [obsidianVault({ root: 'v', templateFolders }), logseqGraph({ root: '' })];
  return withIgnoredFolders({ ...policy, ...(own && { ignore: own }) }, vaults).ignore;
}

test('folders of templates and private notes are left out of every vault', () => {
  expect(ignored(undefined)).toEqual(['private/', '_drafts/', 'v/templates/', '/templates/']);
  expect(ignored([], ['Extras/Vorlagen'])).toEqual([
    'private/',
    '_drafts/',
    'v/templates/',
    'v/Extras/Vorlagen/',
    '/templates/',
  ]);
});

test('what the owner lists comes besides', () => {
  expect(ignored(['drafts/'])).toEqual([
    'private/',
    '_drafts/',
    'v/templates/',
    '/templates/',
    'drafts/',
  ]);
});

test('an owner takes a folder back by its name', () => {
  expect(ignored(['!Templates'])).toEqual(['private/', '_drafts/']);
  expect(ignored(['!private/', '!extras/vorlagen/'], ['Extras/Vorlagen'])).toEqual([
    '_drafts/',
    'v/templates/',
    '/templates/',
  ]);
});

test('only what the owner did not write holds by default', () => {
  const own = { ...policy, ignore: ['drafts/', '/templates/'] };
  expect(withIgnoredFolders(own, [logseqGraph({ root: '' })]).ignoredByDefault).toEqual([
    'private/',
    '_drafts/',
  ]);
});
