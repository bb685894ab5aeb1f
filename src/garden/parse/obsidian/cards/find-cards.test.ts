import { expect, test } from 'vitest';
import { treeText } from '../../fixtures/tree-text.ts';
import { parse } from '../fixtures/vault.ts';

/** Deck, question and answer of each card. */
function cards(source: string): string[] {
  const { note, body } = parse(source);
  const found = body.data?.cards ?? [];
  expect(note.cards ?? []).toEqual(found.map(({ decks }) => decks));
  return found.map(({ decks, front, back }) => {
    const side = (root: typeof front) => treeText(root.children, note);
    return `${decks.join(' + ')}: ${side(front)} → ${side(back)}`;
  });
}

test('a note without the tag has no cards', () => {
  expect(cards('#flashcardsdeck #cards\n\nQ::A\n\nx ==y==')).toEqual([]);
});

test.each([
  ['Q::A', [': “Q” → “A”']],
  ['Q:: A', [': “Q” → “A”']],
  ['Q :::  A', [': “Q” → “A”', ': “A” → “Q”']],
  ['- Q::A\n- R::B', [': “Q” → “A”', ': “R” → “B”']],
  ['Q::A\nR::B', [': “Q” → “A”', ': “R” → “B”']],
  ['`a::b` and $c::d$', []],
  ['Q::', []],
  ['Q\nR\n?\nA\nB', [': “Q” ⏎ “R” → “A” ⏎ “B”']],
  ['Q\n?\n- a\n- b', [': “Q” → list(listItem(“a”) listItem(“b”))']],
  ['Q\n?\nA\n\nmore', [': “Q” → “A”']],
  ['Q\n??\nA', [': “Q” → “A”', ': “A” → “Q”']],
  ['Q\n?', []],
  ['?\nA', []],
  ['Is it so?\nYes', []],
  ['> Q::A', [': “Q” → “A”']],
])('the cards of %j', (source, expected) => {
  expect(cards(`#flashcards\n\n${source}`)).toEqual(expected);
});

test('each highlight is the cloze of a card that shows the others', () => {
  expect(cards('#flashcards\n\none ==a== two ==b==')).toEqual([
    ': “one ” “[…]” “ two ” “b” → “one ” highlight(“a”) “ two ” “b”',
    ': “one ” “a” “ two ” “[…]” → “one ” “a” “ two ” highlight(“b”)',
  ]);
});

test('comments in which the plugin keeps its dates are no part of a card', () => {
  expect(cards('#flashcards\n\nQ::A\n<!--SR:!2026-01-01,3,250-->')).toEqual([': “Q” → “A”']);
  expect(cards('#flashcards\n\nQ\n?\nA\n<!--SR:!2026-01-01,3,250-->')).toEqual([': “Q” → “A”']);
});

test('a tag files the cards below it, and at the beginning of a card only that one', () => {
  const source =
    'Q0::A\n\n#flashcards/a\nQ1::A\n\n## H #flashcards/b\n\nQ2::A\n\n#flashcards/c Q3::A\n\nQ4::A';
  expect(cards(source).map((card) => card.slice(0, 5))).toEqual([
    'a: “Q',
    'a: “Q',
    'b: “Q',
    'c: “Q',
    'b: “Q',
  ]);
});

test('several tags on a line file a card in several decks, properties count', () => {
  expect(
    cards('---\ntags: [flashcards/x]\n---\nQ::A\n\n#flashcards/y #flashcards/z\nR::B'),
  ).toEqual(['x: “Q” → “A”', 'y + z: “R” → “B”']);
});

test('what stands between a question and its answer is no field', () => {
  expect(parse('#flashcards\n\nQ:: A [key:: 1]').note.properties.map(({ key }) => key)).toEqual([
    'key',
  ]);
});
