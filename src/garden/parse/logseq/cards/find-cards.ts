/**
 * Flashcards of Logseq (docs.logseq.com, “Flashcards”): a block with `#card` is the question, the blocks
 * below it are the answer. In a block with clozes they are hidden in the question and shown in the answer.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import type { OutlineBlock } from '../../../body.ts';
import type { Card } from '../../../card.ts';
import { hidden, replaced, shown } from '../../cards/clozes.ts';

/** The cards of an outline in document order. A block without an answer is none. */
export function findCards(blocks: readonly OutlineBlock[]): Card[] {
  return blocks.flatMap((block) => {
    const below = block.children.flatMap((child) =>
      child.type === 'outline' ? findCards(child.children) : [],
    );
    const card = block.card === true ? cardOf(block) : null;
    return card === null ? below : [card, ...below];
  });
}

function cardOf(block: OutlineBlock): Card | null {
  const own = block.children.filter(({ type }) => type !== 'outline');
  const below = block.children.filter(({ type }) => type === 'outline');
  let clozes = 0;
  const front = replaced<Nodes>(own, (node) => {
    if (node.type !== 'cloze') return null;
    clozes += 1;
    return [hidden(node.cue)];
  });
  const answer = replaced<Nodes>(clozes === 0 ? [] : own, (node) =>
    node.type === 'cloze' ? [shown(node)] : null,
  );
  if (front.length === 0 || answer.length + below.length === 0) return null;
  const { fragment } = block;
  return {
    decks: [''],
    key: fragment,
    fragment,
    front: rootOf(front),
    back: rootOf([...answer, ...below]),
  };
}

function rootOf(children: readonly Nodes[]): Root {
  return { type: 'root', children: children as RootContent[] };
}
