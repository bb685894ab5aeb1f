import { expect, test } from 'vitest';
import type { Garden } from '../garden/garden.ts';
import type { Note, Visibility } from '../garden/note.ts';
import {
  heading,
  obsidianNote,
  obsidianVault,
  policy,
  wikiLink,
} from '../garden/resolve/fixtures/notes.ts';
import { resolveGarden } from '../garden/resolve/resolve-garden.ts';
import { renderKey } from './render-key.ts';

/** The same sources each time: what changes is only what other notes became. */
const sources = { digests: new Map(), version: '', whole: '' };

function gardenOf(visibility: Visibility, ...notes: Note[]): Garden {
  const secret = obsidianNote('Zebra', { visibility });
  return resolveGarden([secret, ...notes], [], [obsidianVault()], policy);
}

function keys(id: string, ...notes: Note[]): string[] {
  return (['public', 'private'] as const).map((visibility) =>
    renderKey(gardenOf(visibility, ...notes), id, sources),
  );
}

const zebra = { before: 'and ', text: 'Zebra', after: '', fragment: '' };
const beside = { before: '', text: 'Open', after: ' and Zebra', fragment: '' };

test('a backlink whose words name a note that is private now changes the key', () => {
  const linking = obsidianNote('Linking', {
    links: [wikiLink('Open', { context: beside }), wikiLink('Zebra', { context: zebra })],
  });
  const [before, after] = keys('open', obsidianNote('Open'), linking);
  expect(after).not.toBe(before);
});

test('a link to a heading that names a note that is private now changes the key', () => {
  const named = obsidianNote('Named', {
    headings: [{ ...heading('About Zebra'), line: 4 }],
    links: [wikiLink('Zebra', { line: 4, context: zebra })],
  });
  const linking = obsidianNote('Linking', { links: [wikiLink('Named#About Zebra')] });
  const [before, after] = keys('linking', named, linking);
  expect(after).not.toBe(before);
});

test('a private note that nothing near the page names leaves the key as it is', () => {
  const linking = obsidianNote('Linking', { links: [wikiLink('Open', { context: beside })] });
  const [before, after] = keys('open', obsidianNote('Open'), linking);
  expect(after).toBe(before);
});
