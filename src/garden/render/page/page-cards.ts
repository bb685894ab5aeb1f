/** The flashcards of a note, rendered apart from its page. */
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import type { Card } from '../../card.ts';
import type { PageCard } from '../../deck.ts';
import { fingerprint } from '../../hash.ts';
import { serialise } from '../serialise.ts';
import { finish } from './finish.ts';

/**
 * The cards of the note with this id; `render` makes nodes of a side, anew for each so that nothing is
 * reported twice. A card that cannot be rendered is left out: the page itself says why.
 */
export function pageCards(
  note: string,
  cards: readonly Card[],
  render: (side: Root) => ElementContent[],
): PageCard[] {
  const numbers = new Map<string, number>();
  const side = (root: Root): string => {
    const nodes = render(root);
    finish(nodes);
    return serialise(nodes);
  };
  return cards.flatMap(({ key, decks, fragment, front, back }) => {
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    const id = fingerprint(`${note}\n${key}\n${number}`);
    try {
      return [{ id, decks, fragment, front: side(front), back: side(back) }];
    } catch {
      return [];
    }
  });
}
