import { expect, test } from 'vitest';
import { treeText } from '../../fixtures/tree-text.ts';
import { parseLogseqNote } from '../parse-logseq-note.ts';
import { readLogseqVault } from '../vault/vault.ts';

const graph = readLogseqVault('graph', '{}', []);

/** Question and answer of each card. */
function cards(source: string): string[] {
  const { note, body } = parseLogseqNote({ path: 'graph/pages/A.md', source }, graph);
  const found = body.data?.cards ?? [];
  expect(note.cards ?? []).toEqual(found.map(() => ['']));
  return found.map(({ front, back }) => {
    return `${treeText(front.children, note)} → ${treeText(back.children, note)}`;
  });
}

test('the blocks below a card are its answer', () => {
  expect(cards('- Q #card\n  card-last-score:: 5\n\t- A\n\t- B')).toEqual(['“Q” → • “A” • “B”']);
});

test('clozes are hidden in the question and marked in the answer', () => {
  expect(cards('- a {{cloze b}} c {{cloze d \\\\ cue}} [[card]]')).toEqual([
    '“a ” “[…]” “ c ” “[cue]” → “a ” highlight(“b”) “ c ” highlight(“d”)',
  ]);
});

test('a block without an answer is no card, a card below a card is one', () => {
  expect(cards('- Q #card')).toEqual([]);
  expect(cards('- Q #cards\n\t- A')).toEqual([]);
  expect(cards('- Q #card\n\t- R #card\n\t\t- B')).toHaveLength(2);
});
