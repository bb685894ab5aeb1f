import { expect, test } from 'vitest';
import type { Note, Vault } from '../../note.ts';
import { readObsidianVault } from '../../parse/obsidian/vault/vault.ts';
import {
  logseqGraph,
  logseqJournal,
  logseqPage,
  obsidianNote,
  obsidianVault,
  policy,
  property,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function home(notes: Note[], graph: Partial<Vault> = {}): string | null {
  return resolveGarden(notes, [], [logseqGraph(graph), obsidianVault()], policy).home;
}

test('favourites are the published notes that the vaults name, in their order', () => {
  const secret = logseqPage('Secret', { visibility: 'private' });
  const notes = [logseqPage('B', { aliases: ['Bee'] }), logseqPage('A'), secret];
  const graph = logseqGraph({ favorites: ['bee', 'Secret', 'gone', 'A', 'B'] });
  expect(resolveGarden(notes, [], [graph], policy).favorites).toEqual(['b', 'a']);
});

test('the note that a vault is set to open with opens the site', () => {
  const notes = [obsidianNote('index'), logseqPage('Start', { aliases: ['Begin'] })];
  expect(home(notes, { home: 'begin' })).toBe('start');
});

test.for(['index', 'Home', '首页', 'README'])(
  'a note called %s at the top opens the site',
  (name) => {
    expect(home([obsidianNote('A'), obsidianNote('deep/Index'), obsidianNote(name)])).toMatch(
      /^(home|首页|readme)$/,
    );
  },
);

test('a note that its properties mark opens the site', () => {
  const start = obsidianNote('000 Start', { properties: [property('permalink', '/')] });
  expect(home([obsidianNote('index'), start])).toBe('000-start');
  const marked = obsidianNote('000 Start', { properties: [property('dg-home', true)] });
  expect(home([obsidianNote('index'), marked])).toBe('000-start');
  expect(home([obsidianNote('index'), { ...marked, visibility: 'private' }])).toBe('home');
});

test('a note with the address of the site opens it, whatever others are called', () => {
  const marked = obsidianNote('Start', { properties: [property('permalink', '/')] });
  const { root } = obsidianVault();
  const paths = [`${root}/index.md`, `${root}/Start.md`];
  const vault = readObsidianVault(root, { app: null, publish: null }, paths);
  const resolved = resolveGarden([obsidianNote('index'), marked], [], [vault], policy);
  expect(resolved.home).toBe('start');
});

test('an index goes before a home, and a home before a readme', () => {
  const notes = [obsidianNote('README'), obsidianNote('Home')];
  expect(home(notes)).toBe('home');
  expect(home([...notes, obsidianNote('index')])).toBe('home-2');
});

test('a home that is set but not written is passed over, and there may be none', () => {
  expect(home([logseqPage('Contents')], { home: 'Gone' })).toBe('contents');
  expect(home([obsidianNote('A')])).toBeNull();
});

test('the owner of the site chooses before the vaults do, and never a private note', () => {
  const chosen = (notes: Note[]) =>
    resolveGarden(notes, [], [logseqGraph({ home: 'A' }), obsidianVault()], {
      ...policy,
      home: 'Maps/Start',
    }).home;
  const start = obsidianNote('Maps/Start');
  expect(chosen([logseqPage('A'), start])).toBe('maps/start');
  expect(chosen([logseqPage('A'), { ...start, visibility: 'private' }])).toBe('a');
});

test('journals are the home page where a graph says so, and in a graph without another one', () => {
  const day = logseqJournal('2026-03-02', 'Mar 2nd, 2026');
  const of = (notes: Note[], graph: Partial<Vault>) =>
    resolveGarden(notes, [], [logseqGraph(graph)], policy).home;
  expect(of([day, logseqPage('README'), logseqPage('Contents')], { home: 'Journals' })).toBe(
    'journals',
  );
  expect(of([day, logseqPage('README')], {})).toBe('journals');
  expect(of([day, logseqPage('Contents')], {})).toBe('contents');
  expect(of([logseqPage('README')], {})).toBe('readme');
});
