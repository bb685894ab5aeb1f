import { expect, test } from 'vitest';
import { usualCardSyntax } from '../../../card-syntax.ts';
import { parse } from '../fixtures/vault.ts';
import { readObsidianVault } from './vault.ts';

test('settings that readers can notice are read', () => {
  const app = JSON.stringify({
    attachmentFolderPath: 'files/',
    strictLineBreaks: true,
    userIgnoreFilters: ['Templates/', '/^x/'],
  });
  expect(readObsidianVault('v', { app, publish: null }, ['v/a.md', 'v/Home.md'])).toMatchObject({
    root: 'v',
    dialect: 'obsidian',
    publishing: 'all',
    hidden: ['Templates/', '/^x/'],
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

test('settings that are not JSON close publishing and are reported', () => {
  expect(readObsidianVault('v', { app: '{', publish: null }, [])).toMatchObject({
    publishing: 'unreadable',
    diagnostics: [{ code: 'invalid-config', path: 'v/.obsidian/app.json' }],
  });
});

test.for([
  ['title: a', false],
  ['publish: false', false],
  ['draft: true', false],
  ['publish:', false],
  ['publish: true', true],
  ['publish: true\ndraft: true', true],
  ['dg-publish: perhaps', true],
] as const)('a note with %j asks to be published: %s', ([yaml, expected]) => {
  expect(parse(`---\n${yaml}\n---\n`).note.asksToBePublished).toBe(expected);
});

test('publishing is by opt-in where Obsidian Publish is set up', () => {
  expect(readObsidianVault('vault', { app: null, publish: '{}' }, []).publishing).toBe('opt-in');
});

test('the folders of templates are those that Obsidian and Templater name', () => {
  const folders = (templates: string | null, templater: string | null) =>
    readObsidianVault('v', { app: null, publish: null, templates, templater }, []).templateFolders;
  expect(folders('{"folder": "Extras/Templates/"}', '{"templates_folder": "T"}')).toEqual([
    'Extras/Templates',
    'T',
  ]);
  expect(folders('{"folder": "T"}', '{"templates_folder": "T"}')).toEqual(['T']);
  expect(folders('{"folder": "/"}', '{"templates_folder": ""}')).toEqual([]);
  expect(folders('{', '[]')).toEqual([]);
  expect(folders(null, null)).toEqual([]);
});

test.for<unknown>([{ a: 1 }, 'Private/', 3, ['a', 3]])(
  'excluded files that are no list of texts (%j) close publishing',
  (userIgnoreFilters) => {
    const app = JSON.stringify({ userIgnoreFilters });
    expect(readObsidianVault('v', { app, publish: null }, [])).toMatchObject({
      publishing: 'unreadable',
      diagnostics: [{ code: 'invalid-config', path: 'v/.obsidian/app.json' }],
    });
  },
);

test('flashcards are written as the plugin’s settings have it', () => {
  const cards = (data: string | null) =>
    readObsidianVault('v', { app: null, publish: null, cards: data }, []).cards;
  const settings = {
    flashcardTags: ['#card', ' ', 3],
    convertFoldersToDecks: true,
    noteFoldersToIgnore: ['/Private/'],
    singleLineCardSeparator: ' ;; ',
    multilineReversedCardSeparator: '',
    singleLineReversedCardSeparator: 7,
    convertHighlightsToClozes: false,
    convertBoldTextToClozes: true,
  };
  expect(cards(JSON.stringify({ settings }))).toEqual({
    tags: ['card'],
    areFoldersDecks: true,
    ignoredFolders: ['Private'],
    inline: ';;',
    inlineReversed: ':::',
    line: '?',
    lineReversed: '',
    clozes: { highlight: false, bold: true, braces: false },
  });
  expect([cards('{'), cards('{}'), cards('{"settings": []}')]).toEqual([
    usualCardSyntax,
    usualCardSyntax,
    usualCardSyntax,
  ]);
  expect(cards(null)).toBeUndefined();
});
