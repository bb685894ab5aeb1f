import { describe, expect, test } from 'vitest';
import { parse, vault } from '../fixtures/vault.ts';
import { publishingOf } from '../properties/publishing.ts';
import { readObsidianVault } from './vault.ts';

test('settings that readers can notice are read', () => {
  const app = JSON.stringify({
    attachmentFolderPath: 'files/',
    strictLineBreaks: true,
    userIgnoreFilters: ['Templates/', '/^x/', 3],
  });
  expect(readObsidianVault('v', { app, publish: null }, ['v/a.md', 'v/Home.md'])).toMatchObject({
    root: 'v',
    dialect: 'obsidian',
    publishing: 'all',
    hidden: ['Templates/', '/^x/'],
    home: 'Home',
    attachments: 'files',
    strictLineBreaks: true,
    diagnostics: [],
  });
});

test('pictures beside notes of their name are previews', () => {
  const paths = ['v/a.excalidraw.md', 'v/a.excalidraw.dark.svg', 'v/b.png', 'v/b/b.md'];
  const settings = { app: null, publish: null };
  expect(readObsidianVault('v', settings, paths).previews).toEqual(['v/a.excalidraw.dark.svg']);
});

test.for([
  ['./', './'],
  ['/', ''],
  ['./files', './files'],
] as const)('attachments in %s are written as %s', ([written, expected]) => {
  const app = JSON.stringify({ attachmentFolderPath: written });
  expect(readObsidianVault('', { app, publish: null }, []).attachments).toBe(expected);
});

test('settings that are no JSON close publishing and are told', () => {
  expect(readObsidianVault('v', { app: '{', publish: null }, [])).toMatchObject({
    publishing: 'opt-in',
    diagnostics: [{ code: 'invalid-config', path: 'v/.obsidian/app.json' }],
  });
});

describe('publishing', () => {
  const publishingWith = (...properties: string[]) =>
    publishingOf(
      vault,
      properties.map((yaml) => parse(`---\n${yaml}\n---\n`).note),
    );

  test.for([
    [['title: a'], 'all'],
    [['publish: false', 'draft: true'], 'all'],
    [['publish:'], 'all'],
    [['title: a', 'publish: true'], 'opt-in'],
    [['dg-publish: perhaps'], 'opt-in'],
  ] as const)('notes with %j make it %s', ([properties, expected]) => {
    expect(publishingWith(...properties)).toBe(expected);
  });

  test('is by opt-in where Obsidian Publish is set up', () => {
    const published = readObsidianVault('vault', { app: null, publish: '{}' }, []);
    expect(publishingOf(published, [])).toBe('opt-in');
  });
});
