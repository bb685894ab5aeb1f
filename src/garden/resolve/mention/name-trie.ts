/** A trie that finds many names in a text: one step per character, however many names there are. */
interface Branch {
  readonly next: Map<number, Branch>;
  /** Ids of the notes with the name that ends here. */
  ids: string[];
}

/** A name that ends at `end` in the searched text. */
export interface NameEnd {
  readonly end: number;
  readonly ids: readonly string[];
}

export class NameTrie {
  readonly #root = branch();
  /** Units that a name begins with: rejects most positions of a text at once. */
  readonly #first = new Uint8Array(0x10000);

  /** `name` in lower case. */
  add(name: string, id: string): void {
    let at = this.#root;
    for (let index = 0; index < name.length; index++) {
      const unit = name.charCodeAt(index);
      const next = at.next.get(unit) ?? branch();
      at.next.set(unit, next);
      at = next;
    }
    this.#first[name.charCodeAt(0)] = 1;
    if (!at.ids.includes(id)) at.ids.push(id);
  }

  /** Whether any name begins with this unit. */
  beginsWith(unit: number): boolean {
    return this.#first[unit] === 1;
  }

  /** Names that begin at `start` of a text in lower case, the longest first. */
  namesAt(text: string, start: number): readonly NameEnd[] {
    let at: Branch | undefined = this.#root.next.get(text.charCodeAt(start));
    if (!at) return none;
    let found: NameEnd[] | null = null;
    for (let end = start + 1; at; end++) {
      if (at.ids.length > 0) {
        found ??= [];
        found.unshift({ end, ids: at.ids });
      }
      at = end < text.length ? at.next.get(text.charCodeAt(end)) : undefined;
    }
    return found ?? none;
  }
}

const none: readonly NameEnd[] = [];

function branch(): Branch {
  return { next: new Map(), ids: [] };
}
