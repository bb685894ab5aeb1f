/** Which notes have cards of the plugin “Spaced Repetition”, and the decks of their tags and folders. */
import type { Nodes } from 'mdast';
import { type CardSyntax, usualCardSyntax } from '../../../card-syntax.ts';
import { escapePattern } from '../../../escape.ts';
import type { Vault } from '../../../note.ts';
import type { ObsidianDraft } from '../obsidian-draft.ts';

/** Finds decks as the settings of a note's vault have it. */
export class Decks {
  readonly syntax: CardSyntax;
  readonly #path: string;

  /** `path` is the note's, relative to the notes folder. */
  constructor(path: string, { root, cards = usualCardSyntax }: Vault) {
    this.syntax = cards;
    this.#path = root === '' ? path : path.slice(root.length + 1);
  }

  /**
   * The deck of a tag: what is below the vault's tag for cards, '' for the tag itself. With several such
   * tags decks have the names of whole tags. Null for other tags.
   */
  ofTag(name: string): string | null {
    const folded = name.toLowerCase();
    for (const tag of this.syntax.tags) {
      const isBelow = folded.startsWith(`${tag.toLowerCase()}/`);
      if (folded !== tag.toLowerCase() && !isBelow) continue;
      return this.syntax.tags.length > 1 ? name : name.slice(tag.length + 1);
    }
    return null;
  }

  /** Decks of the tags among some nodes, at any depth. */
  in(nodes: readonly Nodes[]): string[] {
    return nodes.flatMap((node) => {
      if ('children' in node) return this.in(node.children);
      const deck = node.type === 'tag' ? this.ofTag(node.name) : null;
      return deck === null ? [] : [deck];
    });
  }

  /** The deck in which a note's first cards are; null for a note without cards. */
  first(tags: Iterable<string>): string | null {
    if (this.#isIgnored()) return null;
    const folder = this.#path.split('/').slice(0, -1).join('/');
    if (this.syntax.areFoldersDecks) return folder === '' ? null : folder;
    return [...tags].map((tag) => this.ofTag(tag)).find((deck) => deck !== null) ?? null;
  }

  /** Whether a line such as `question:: answer` of a note that has yet to be read may be a card. */
  mayCutLines({ tags, source }: Pick<ObsidianDraft, 'tags' | 'source'>): boolean {
    const { inline, inlineReversed, areFoldersDecks } = this.syntax;
    if (![inline, inlineReversed].some((separator) => separator.startsWith('::'))) return false;
    if (this.first(tags.values()) !== null) return true;
    const { tags: own } = this.syntax;
    if (areFoldersDecks || own.length === 0 || this.#isIgnored()) return false;
    const names = own.map(escapePattern).join('|');
    return new RegExp(`(?:^|\\s)#(?:${names})(?![\\p{L}\\p{N}_-])`, 'iu').test(source);
  }

  #isIgnored(): boolean {
    return this.syntax.ignoredFolders.some((folder) => this.#path.startsWith(`${folder}/`));
  }
}
