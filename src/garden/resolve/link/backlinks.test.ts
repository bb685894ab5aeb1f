import { expect, test } from 'vitest';
import type { Garden } from '../../garden.ts';
import type { Note } from '../../note.ts';
import {
  block,
  blockReference,
  logseqGraph,
  logseqPage,
  obsidianNote,
  obsidianVault,
  pageLink,
  policy,
  tagLink,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function gardenOf(...notes: Note[]): Garden {
  return resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy);
}

test('backlinks are sorted by source, then place, and come from everywhere', () => {
  const late = wikiLink('A', { line: 9, kind: 'diagram' });
  const early = wikiLink('A', { line: 1, kind: 'property' });
  const embed = wikiLink('A', { line: 1, column: 30, kind: 'embed' });
  const tag = tagLink('a');
  const garden = gardenOf(
    logseqPage('a'),
    obsidianNote('z', { links: [late, embed, early] }),
    logseqPage('b', { links: [tag] }),
  );
  expect(garden.notes.get('a')?.backlinks).toEqual([
    { from: 'b', link: tag, fragment: '' },
    { from: 'z', link: early, fragment: '' },
    { from: 'z', link: embed, fragment: '' },
    { from: 'z', link: late, fragment: '' },
  ]);
});

test("a note's links to itself do not count", () => {
  const links = [wikiLink(''), wikiLink('a'), pageLink('a')];
  expect(gardenOf(obsidianNote('a', { links })).notes.get('a')?.backlinks).toEqual([]);
});

test('a reference to a block is a backlink to that block', () => {
  const reference = blockReference('b-1');
  const garden = gardenOf(
    logseqPage('a', { blocks: [block('x', { id: 'b-1' })] }),
    logseqPage('b', { links: [reference] }),
  );
  expect(garden.notes.get('a')?.backlinks).toEqual([
    { from: 'b', link: reference, fragment: 'b-1' },
  ]);
});

test('backlinks are exactly the links turned around', () => {
  const names = ['a', 'b', 'c', 'ghost', 'a/b'];
  const garden = gardenOf(
    ...names.slice(0, 3).map((name, index) =>
      logseqPage(name, {
        links: names.slice(index).map((each, line) => pageLink(each, { line })),
      }),
    ),
  );
  const forth = [...garden.notes.values()].flatMap(({ id, targets }) =>
    targets.flatMap((target) => ('id' in target && target.id !== id ? [`${id} ${target.id}`] : [])),
  );
  const back = [...garden.notes.values(), ...garden.ghosts.values()].flatMap(({ id, backlinks }) =>
    backlinks.map(({ from }) => `${from} ${id}`),
  );
  expect(back.toSorted()).toEqual(forth.toSorted());
  expect(back).toHaveLength(9);
});
