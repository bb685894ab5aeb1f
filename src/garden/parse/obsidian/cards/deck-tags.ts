/** Tags that file the cards of the plugin “Spaced Repetition”: `#flashcards` and the tags below it. */
import type { Nodes } from 'mdast';
import type { ObsidianDraft } from '../obsidian-draft.ts';

/** The deck of a tag: '' for `flashcards`, 'a/b' for `flashcards/a/b`; null for other tags. */
export function deckOf(tag: string): string | null {
  const [, deck] = /^flashcards(?:\/(.+))?$/iu.exec(tag) ?? [null, null];
  if (deck === null) return null;
  return deck ?? '';
}

/** Decks of the tags among some nodes, at any depth. */
export function decksIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if ('children' in node) return decksIn(node.children);
    const deck = node.type === 'tag' ? deckOf(node.name) : null;
    return deck === null ? [] : [deck];
  });
}

/** Whether a note that has yet to be read may have cards: by its properties, or by a tag in its text. */
export function mayHaveCards({ tags, source }: Pick<ObsidianDraft, 'tags' | 'source'>): boolean {
  const isNamed = [...tags.values()].some((tag) => deckOf(tag) !== null);
  return isNamed || /(?:^|\s)#flashcards(?![\p{L}\p{N}_-])/iu.test(source);
}
