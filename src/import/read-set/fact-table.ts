/**
 * Facts with the digests that they had, as numbers for the pages that read them. The facts about one id
 * lie together and have one digest more, of all of them: most of an edited garden is as it was, and one
 * digest tells so of some thirty facts.
 */
import { hash } from 'node:crypto';
import { digestOf } from '../../system/disk.ts';
import { type FactTexts, idOf } from './facts.ts';

/** A table as it is kept on disk. */
export interface StoredFacts {
  readonly keys: readonly string[];
  /** SHA-1 of each fact, one after the other. */
  readonly digests: Uint8Array;
  /** Number of the first fact of each group. */
  readonly starts: Uint32Array;
  /** Digest of each group. */
  readonly groups: readonly string[];
}

/** A table with the numbers of its groups in which a fact had another digest. */
export interface ExtendedFacts {
  readonly facts: StoredFacts;
  readonly changed: readonly number[];
}

const digestLength = 20;

/** Groups of facts that are compared without a pause: some ten milliseconds. */
const groupsAtOnce = 200;

export class FactTable {
  readonly stored: StoredFacts;
  readonly #texts: FactTexts;
  /** 1 for each fact that is as it was. */
  readonly #same: Uint8Array;
  readonly #sameGroups: Uint8Array;

  private constructor(stored: StoredFacts, texts: FactTexts) {
    this.stored = stored;
    this.#texts = texts;
    this.#same = new Uint8Array(stored.keys.length);
    this.#sameGroups = new Uint8Array(stored.starts.length);
  }

  /** The table of these facts, each compared with how it is now; `pause` is awaited from time to time. */
  static async compared(
    stored: StoredFacts,
    texts: FactTexts,
    pause: () => Promise<void> = async () => {},
  ): Promise<FactTable> {
    const table = new FactTable(stored, texts);
    for (const [group, digest] of stored.groups.entries()) {
      if (group % groupsAtOnce === 0) await pause();
      table.#compare(group, digest);
    }
    return table;
  }

  #compare(group: number, digest: string): void {
    const { keys, starts } = this.stored;
    const start = starts[group] ?? 0;
    const own = keys.slice(start, starts[group + 1] ?? keys.length);
    if (this.#digestOfGroup(own) === digest) {
      this.#sameGroups[group] = 1;
      this.#same.fill(1, start, start + own.length);
      return;
    }
    for (const [index, key] of own.entries()) {
      const isSame = this.#digestOfFact(key).equals(this.#digest(start + index));
      this.#same[start + index] = Number(isSame);
    }
  }

  #digest(index: number): Uint8Array {
    return this.stored.digests.subarray(index * digestLength, (index + 1) * digestLength);
  }

  /** Whether all facts with these numbers are as they were. */
  areSame(numbers: Uint32Array): boolean {
    return numbers.every((number) => this.#same[number] === 1);
  }

  /** The table of other facts, with the digests that they have now. */
  replacedBy(keys: Iterable<string>): StoredFacts {
    const groups = [...Map.groupBy(keys, idOf).values()];
    const { keys: stored, starts: storedStarts } = this.stored;
    const groupAt = new Map([...storedStarts].map((start, group) => [stored[start] ?? '', group]));
    const ordered = groups.flat();
    const digests = new Uint8Array(ordered.length * digestLength);
    let end = 0;
    const starts = Uint32Array.from(groups, ({ length }) => {
      end += length;
      return end - length;
    });
    const digestsOfGroups = groups.map((group, index) => {
      const start = (starts[index] ?? 0) * digestLength;
      const before = groupAt.get(group[0] ?? '');
      if (before !== undefined && this.#isGroup(before, group)) {
        digests.set(digestsOf(this.stored, before), start);
        return this.stored.groups[before] ?? '';
      }
      for (const [at, key] of group.entries()) {
        digests.set(this.#digestOfFact(key), start + at * digestLength);
      }
      return this.#digestOfGroup(group);
    });
    return { keys: ordered, digests, starts, groups: digestsOfGroups };
  }

  /** The same facts, and further ones after them, with the digests that they have now. */
  extendedBy(further: Iterable<string>): ExtendedFacts {
    const { keys, digests, starts, groups } = this.stored;
    const now = Uint8Array.from(digests);
    const changed = new Map<number, string>();
    for (const [group, isSame] of this.#sameGroups.entries()) {
      if (isSame === 1) continue;
      const start = starts[group] ?? 0;
      const own = keys.slice(start, starts[group + 1] ?? keys.length);
      for (const [index, key] of own.entries()) {
        now.set(this.#digestOfFact(key), (start + index) * digestLength);
      }
      changed.set(group, this.#digestOfGroup(own));
    }
    const known = groups.map((digest, group) => changed.get(group) ?? digest);
    const added = new FactTable(noFacts, this.#texts).replacedBy(further);
    const facts = joinFacts({ keys, digests: now, starts, groups: known }, added);
    return { facts, changed: [...changed.keys()] };
  }

  #digestOfFact(key: string): Buffer {
    return hash('sha1', this.#texts.textOf(key), 'buffer');
  }

  #digestOfGroup(keys: readonly string[]): string {
    return digestOf(this.#texts.textOfGroup(keys));
  }

  /** Whether these are the facts of a group, and all are as they were. */
  #isGroup(group: number, keys: readonly string[]): boolean {
    if (this.#sameGroups[group] !== 1) return false;
    const { keys: stored, starts } = this.stored;
    const start = starts[group] ?? 0;
    const length = (starts[group + 1] ?? stored.length) - start;
    return length === keys.length && keys.every((key, index) => key === stored[start + index]);
  }
}

export const noFacts: StoredFacts = {
  keys: [],
  digests: new Uint8Array(),
  starts: new Uint32Array(),
  groups: [],
};

/** The facts of a table, and after them those of another one. */
export function joinFacts(first: StoredFacts, second: StoredFacts): StoredFacts {
  const starts = new Uint32Array(first.starts.length + second.starts.length);
  starts.set(first.starts);
  const shifted = second.starts.map((start) => start + first.keys.length);
  starts.set(shifted, first.starts.length);
  return {
    keys: [...first.keys, ...second.keys],
    digests: Buffer.concat([first.digests, second.digests]),
    starts,
    groups: [...first.groups, ...second.groups],
  };
}

/** The facts of a table from a group on, as a table. */
export function factsFrom(
  { keys, digests, starts, groups }: StoredFacts,
  group: number,
): StoredFacts {
  const first = starts[group] ?? keys.length;
  return {
    keys: keys.slice(first),
    digests: digests.slice(first * digestLength),
    starts: starts.slice(group).map((start) => start - first),
    groups: groups.slice(group),
  };
}

/** The digests of the facts in a group, one after the other. */
export function digestsOf({ keys, digests, starts }: StoredFacts, group: number): Uint8Array {
  const [start = 0, end = keys.length] = starts.subarray(group, group + 2);
  return digests.slice(start * digestLength, end * digestLength);
}

/** A table in which groups have other digests: of the group, and of its facts. */
export function withGroups(
  facts: StoredFacts,
  changed: ReadonlyMap<number, readonly [group: string, facts: Uint8Array]>,
): StoredFacts {
  const digests = Uint8Array.from(facts.digests);
  for (const [group, [, own]] of changed) {
    digests.set(own, (facts.starts[group] ?? 0) * digestLength);
  }
  const groups = facts.groups.map((digest, group) => changed.get(group)?.[0] ?? digest);
  return { ...facts, digests, groups };
}
