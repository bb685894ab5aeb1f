import { expect, test } from 'vitest';
import { isInDeck } from '../../deck.ts';
import { vaults } from '../../fixtures/read-and-render.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { gardenOf, noteOf } from '../fixtures/hand-made.ts';
import { decksOf } from './decks.ts';

function note(path: string, ...cards: string[][]) {
  return { note: noteOf({ path, title: path, ...(cards.length > 0 && { cards }) }) };
}

test('a garden without cards has no decks', () => {
  expect(decksOf(gardenOf([note('a.md')]))).toEqual([]);
});

test('a card counts once in each of its decks and in those above', () => {
  const garden = gardenOf([note('a.md', ['Go/x', 'go/y'], ['']), note('b.md', ['Db'])]);
  expect(decksOf(garden)).toEqual([
    { name: '', permalink: '/_flashcards/', count: 3, notes: ['a', 'b'] },
    { name: 'Db', permalink: '/_flashcards/db/', count: 1, notes: ['b'] },
    { name: 'Go', permalink: '/_flashcards/go/', count: 1, notes: ['a'] },
    { name: 'Go/x', permalink: '/_flashcards/go/x/', count: 1, notes: ['a'] },
    { name: 'go/y', permalink: '/_flashcards/go/y/', count: 1, notes: ['a'] },
  ]);
});

test('a card is in the deck of its tag, those above and that of all cards', () => {
  const card = { decks: ['a/b'] };
  expect(['', 'a', 'A/B', 'a/b/c', 'b'].map((name) => isInDeck(card, { name }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test.each(['private: true', 'unlisted: true', 'password: family'])(
  'cards of notes in no list are in no deck: %s',
  (head) => {
    const source = '---\n%s\ntags: [flashcards/zebra]\n---\nzebrafish::zebrafish'.replace(
      '%s',
      head,
    );
    const { note } = parseNote({ path: 'Note.md', source }, vaults.obsidian);
    expect(note.cards).toEqual([['zebra']]);
    const policy = { publish: 'all', base: '/', lang: 'en', collapsed: 'honour' } as const;
    const rest = { embedDepth: 2, url: 'https://garden.example' };
    const garden = resolveGarden([note], [], [vaults.obsidian], { ...policy, ...rest });
    expect(decksOf(garden)).toEqual([]);
  },
);
