/**
 * Flashcards of Obsidian's plugin “Spaced Repetition” (stephenmwangi.com/obsidian-spaced-repetition) in
 * notes with a tag `#flashcards`: `question::answer`, `:::` in both directions, lines of `?` and `??`
 * between more lines, and `==cloze==`, or as the vault's settings have it. A blank line ends a card.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Card } from '../../../card.ts';
import { plainText } from '../../context/plain-text.ts';
import { isComment, isLine, type Line, leadingDecks, linesOf, sidesOf } from './card-lines.ts';
import { clozesIn, withBraces, withCloze } from './cloze-cards.ts';
import type { Decks } from './deck-tags.ts';

/** The cards of a note in document order; none without a deck. `tags` are all of the note, in order. */
export function findCards(root: Root, tags: Iterable<string>, decks: Decks): Card[] {
  const first = decks.first(tags);
  if (first === null) return [];
  const reader = new CardReader(decks, first);
  reader.read(root.children, '', false);
  return reader.cards;
}

class CardReader {
  readonly cards: Card[] = [];
  /** The decks of the cards that follow, until the next tag. */
  private decks: readonly string[];
  private readonly own: Decks;
  private fragment = '';

  constructor(own: Decks, deck: string) {
    this.own = own;
    this.decks = [deck];
  }

  /** Reads blocks below a heading or in a block; in items no line is a separator, see `readParagraph`. */
  read(nodes: readonly RootContent[], above: string, isItem: boolean): void {
    let heading = above;
    for (const [index, node] of nodes.entries()) {
      this.fragment = fragmentOf(node) || heading;
      if (node.type === 'heading') {
        heading = this.fragment;
        this.changeDecks(this.own.in(node.children));
      } else if (node.type === 'paragraph') {
        this.readParagraph(node, isItem ? null : touching(node, nodes.slice(index + 1)));
      } else this.readInside(node, this.fragment);
    }
  }

  private readInside(node: RootContent, fragment: string): void {
    if (node.type === 'callout' || node.type === 'blockquote') {
      this.read(node.children, fragment, false);
    } else if (node.type === 'list') {
      for (const item of node.children) {
        this.read(item.children, fragmentOf(item) || fragment, true);
      }
    }
  }

  private changeDecks(decks: readonly string[]): void {
    if (decks.length > 0) this.decks = decks;
  }

  /** `following` are the blocks that begin on the next line; null where no line is a separator. */
  private readParagraph(node: Paragraph, following: readonly RootContent[] | null): void {
    const lines = linesOf(node.children).flatMap((line) => {
      const { decks, rest } = leadingDecks(line, this.own);
      if (rest.length > 0) return [line];
      this.changeDecks(decks);
      return [];
    });
    if (following && this.readSeparated(lines, following)) return;
    const others = lines.filter((line) => !this.readLine(line));
    this.readClozes(others);
    for (const line of others) this.changeDecks(this.own.in(leadingDecks(line, this.own).rest));
  }

  private readSeparated(lines: readonly Line[], following: readonly RootContent[]): boolean {
    const { line: between, lineReversed } = this.own.syntax;
    const at = lines.findIndex((line) => isLine(line, between) || isLine(line, lineReversed));
    const separator = lines[at];
    if (separator === undefined || at === 0) return false;
    const { decks, rest } = leadingDecks(lines[0] ?? [], this.own);
    const front = rootOf([rest, ...lines.slice(1, at)]);
    const back = rootOf(lines.slice(at + 1), following);
    if (back.children.length === 0) return false;
    this.add(decks, front, back, isLine(separator, lineReversed));
    return true;
  }

  private readLine(line: Line): boolean {
    const { decks, rest } = leadingDecks(line, this.own);
    const sides = sidesOf(rest, this.own.syntax);
    if (sides === null) return false;
    this.add(decks, rootOf([sides.front]), rootOf([sides.back]), sides.isReversed);
    return true;
  }

  /** One card for each cloze: it alone is hidden. */
  private readClozes(lines: readonly Line[]): void {
    const [first = [], ...others] = lines;
    const { decks, rest } = leadingDecks(first, this.own);
    const { clozes } = this.own.syntax;
    const text = withBraces(rootOf([rest, ...others]), clozes);
    const count = clozesIn(text, clozes);
    for (let chosen = 0; chosen < count; chosen += 1) {
      const side = (isHidden: boolean) => withCloze(text, clozes, { chosen, isHidden });
      this.add(decks, side(true), side(false), false);
    }
  }

  private add(own: readonly string[], front: Root, back: Root, isReversed: boolean): void {
    const decks = own.length > 0 ? own : this.decks;
    const { fragment } = this;
    this.cards.push({ decks, key: plainText(front.children), fragment, front, back });
    if (!isReversed) return;
    const key = plainText(back.children);
    this.cards.push({ decks, key, fragment, front: back, back: front });
  }
}

/** The id that a node has on its page; '' for none. */
function fragmentOf({ data }: Nodes): string {
  return data && 'fragment' in data ? (data.fragment ?? '') : '';
}

/** The blocks that follow without a blank line: a list below a line `?` is a part of the answer. */
function touching(node: RootContent, next: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = [];
  let end = node.position?.end.line ?? -1;
  for (const block of next) {
    if (block.position?.start.line !== end + 1) break;
    if (!isComment(block)) found.push(block);
    end = block.position.end.line;
  }
  return found;
}

function rootOf(lines: readonly Line[], blocks: readonly RootContent[] = []): Root {
  const children = lines.flatMap((line, index) =>
    index === 0 ? [...line] : [{ type: 'break' } as const, ...line],
  );
  const paragraph: Paragraph = { type: 'paragraph', children };
  return { type: 'root', children: children.length > 0 ? [paragraph, ...blocks] : [...blocks] };
}
