import { expect, test } from 'vitest';
import { parseNote } from '../../parse/parse-note.ts';
import { logseqGraph, obsidianVault, policy } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

/** The garden of an Obsidian vault with these notes. */
function gardenOf(sources: Readonly<Record<string, string>>) {
  const vault = obsidianVault({ root: '' });
  const notes = Object.entries(sources).map(
    ([path, source]) => parseNote({ path, source }, vault).note,
  );
  const picture = { path: 'photo.png', digest: '1' };
  return resolveGarden(notes, [picture], [vault], policy);
}

const open = 'See [[Plan#Costs]].\n';

test('a link leads to an unlisted note, which does not know of it', () => {
  const { notes, unlisted, counts, assets, unlistedAssets } = gardenOf({
    'Open.md': open,
    'Plan.md': '---\nunlisted: true\n---\n# Costs\n[[Open]] ![[photo.png]]\n',
  });
  expect(notes.get('open')?.targets).toEqual([
    { kind: 'unlisted', permalink: '/plan/', fragment: 'costs' },
  ]);
  expect(notes.get('open')?.backlinks).toEqual([]);
  expect([unlisted.get('plan')?.backlinks, unlisted.get('plan')?.targets]).toEqual([
    [],
    [
      { kind: 'note', id: 'open', fragment: '' },
      { kind: 'asset', path: 'photo.png', fragment: '' },
    ],
  ]);
  expect(counts.links).toMatchObject({ total: 1, resolved: 1 });
  expect([assets.size, [...unlistedAssets.keys()]]).toEqual([0, ['photo.png']]);
});

test('a note with a password tells others its address and the title that its owner chose', () => {
  const body = '# Costs\n![[photo.png]] #only\n';
  const front = '---\npassword: family\npassword-title: Our album\n---\n';
  const { notes, assets, unlistedAssets, tags, redirects } = gardenOf({
    'Open.md': open,
    'Plan.md': front + body,
  });
  const locked = { permalink: '/our-album/', title: 'Our album' };
  expect(notes.get('open')?.targets).toEqual([{ kind: 'private', locked }]);
  expect([assets.size + unlistedAssets.size, tags.size, redirects.size]).toEqual([0, 0, 0]);
  const bare = gardenOf({ 'Plan.md': `---\npassword: family\n---\n${body}` });
  expect([...bare.unlisted.keys()].join()).toMatch(/^locked\/[0-9a-z]+$/);
});

test('links of an unlisted note make no page', () => {
  const vault = logseqGraph({ root: '' });
  const source = 'unlisted:: true\n\n- [[Nowhere]] #lonely [[above/below]]\n';
  const { note } = parseNote({ path: 'pages/a___b.md', source }, vault);
  const garden = resolveGarden([note], [], [vault], policy);
  expect([garden.ghosts.size, garden.tags.size, garden.unlisted.size]).toEqual([0, 0, 1]);
  expect(garden.diagnostics).toEqual([]);
});

test('a private file of the same page keeps an unlisted one back', () => {
  const vault = logseqGraph({ root: '' });
  const notes = [
    parseNote({ path: 'pages/a.md', source: 'unlisted:: true\n\n- x\n' }, vault).note,
    parseNote({ path: 'pages/A.md', source: 'private:: true\n\n- y\n' }, vault).note,
  ];
  const garden = resolveGarden(notes, [], [vault], policy);
  expect([garden.notes.size, garden.unlisted.size]).toEqual([0, 0]);
});

test('a file of the same page is as unlisted as the other', () => {
  const vault = logseqGraph({ root: '' });
  const notes = [
    parseNote({ path: 'pages/a.md', source: 'unlisted:: true\n\n- x\n' }, vault).note,
    parseNote({ path: 'pages/A.md', source: '- y\n' }, vault).note,
  ];
  const garden = resolveGarden(notes, [], [vault], policy);
  expect([garden.notes.size, garden.unlisted.size]).toEqual([0, 2]);
});
