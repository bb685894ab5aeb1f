import { expect, test } from 'vitest';
import { type CardSyntax, usualCardSyntax } from '../../../card-syntax.ts';
import type { Vault } from '../../../note.ts';
import { treeText } from '../../fixtures/tree-text.ts';
import { parse } from '../fixtures/vault.ts';

/** Deck, question and answer of each card. */
function cards(source: string, changes: Partial<Vault> = {}, name = 'Note.md'): string[] {
  const { note, body } = parse(source, name, changes);
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

const changed = (changes: Partial<CardSyntax>) => ({ cards: { ...usualCardSyntax, ...changes } });

test('decks are those of the tags that the plugin is set to', () => {
  const source = '#card/go\nQ::A\n\n#flashcards\nR::B';
  expect(cards(source, changed({ tags: ['card'] }))).toEqual([
    'go: “Q” → “A”',
    // A tag that is of no deck is a part of the text.
    'go: “R” → “B”',
  ]);
  const both = changed({ tags: ['card', 'Recall'] });
  expect(cards('#recall/go\nQ::A\n\n#card\nR::B', both)).toEqual([
    'recall/go: “Q” → “A”',
    'card: “R” → “B”',
  ]);
});

test('a folder is a deck where the plugin is set so, and may be left out', () => {
  const folders = changed({ areFoldersDecks: true, ignoredFolders: ['a/b'] });
  const inFolder = (name: string) => cards('Q::A', folders, name);
  expect([inFolder('Note.md'), inFolder('a/c/Note.md'), inFolder('a/b/Note.md')]).toEqual([
    [],
    ['a/c: “Q” → “A”'],
    [],
  ]);
});

test('separators are those that the plugin is set to', () => {
  const own = changed({ inline: ';;', inlineReversed: ';', line: '--', lineReversed: '' });
  const source = '#flashcards\n\nQ;;A\n\nR;B\n\nC::D\n\nS\n\\--\nE\n\nT\n??\nF';
  expect(cards(source, own)).toEqual([': “Q” → “A”', ': “R” → “B”', ': “B” → “R”', ': “S” → “E”']);
  expect(parse('#flashcards\n\nkey:: 1', 'Note.md', own).note.properties).toHaveLength(1);
});

test.each([
  ['highlight', [': “[…]” “ ” strong(“b”) “ {{c}}” → highlight(“a”) “ ” strong(“b”) “ {{c}}”']],
  ['bold', [': highlight(“a”) “ ” “[…]” “ {{c}}” → highlight(“a”) “ ” highlight(“b”) “ {{c}}”']],
  [
    'braces',
    [
      ': highlight(“a”) “ ” strong(“b”) “ ” “[…]” → highlight(“a”) “ ” strong(“b”) “ ” highlight(“c”)',
    ],
  ],
] as const)('where %s is a cloze, nothing else is', (kind, expected) => {
  const clozes = { highlight: false, bold: false, braces: false, [kind]: true };
  expect(cards('#flashcards\n\n==a== **b** {{c}}', changed({ clozes }))).toEqual(expected);
});

test('without tags in the settings no note has cards, and lines are fields', () => {
  const { note } = parse('# Title\n\nkey:: 1', 'Note.md', changed({ tags: [] }));
  expect(note.properties.map(({ key }) => key)).toEqual(['key']);
  expect(cards('#flashcards\nQ::A', changed({ tags: [] }))).toEqual([]);
});
