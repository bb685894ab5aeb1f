/** Bodies of notes until their pages are rendered. */
import { totalmem } from 'node:os';
import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';

/** Bytes of bodies that stay in memory in any case: those of some 25,000 notes of usual length. */
const leastBytesKept = 450_000_000;

/** An eighth of the memory that the process may use; bodies beyond that are parsed again when they are needed. */
function usualBytesKept(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(leastBytesKept, memory / 8);
}

/** Characters of source of the bodies that stay at hand as trees: a page may ask for one many times. */
const maxCharactersAtHand = 500_000;

/** A body as the bytes that stand for it, which take a third of the memory and no time of the collector. */
export function bytesOf(body: Root): Uint8Array<ArrayBuffer> {
  return serialize(body);
}

/**
 * Bodies by path. Once the limit is reached the first ones stay: pages are rendered in the order in which
 * notes are parsed, and would ask for each body just after it had made room for another.
 */
export class BodyShelf {
  readonly #kept = new Map<string, Uint8Array>();
  /** Those asked for last, the latest at the end. */
  readonly #atHand = new Map<string, Root>();
  readonly #lengthOf: (path: string) => number;
  readonly #parse: (path: string) => Root;
  readonly #most: number;
  #size = 0;
  #sizeAtHand = 0;

  /**
   * `lengthOf` is the length of a note's source in characters; `parse` reads the body of a note that was not kept;
   * `most` is how many bytes may be kept.
   */
  constructor(
    lengthOf: (path: string) => number,
    parse: (path: string) => Root,
    most = usualBytesKept(),
  ) {
    this.#lengthOf = lengthOf;
    this.#parse = parse;
    this.#most = most;
  }

  /** Keeps a body while there is room. */
  put(path: string, bytes: Uint8Array): void {
    if (this.#size + bytes.length > this.#most) return;
    this.#kept.set(path, bytes);
    this.#size += bytes.length;
  }

  get(path: string): Root {
    const known = this.#atHand.get(path);
    if (known !== undefined) {
      this.#atHand.delete(path);
      this.#atHand.set(path, known);
      return known;
    }
    const bytes = this.#kept.get(path);
    const body = bytes === undefined ? this.#parse(path) : (deserialize(bytes) as Root);
    this.#atHand.set(path, body);
    this.#sizeAtHand += this.#lengthOf(path);
    for (const other of this.#atHand.keys()) {
      if (this.#sizeAtHand <= maxCharactersAtHand || other === path) break;
      this.#remove(other);
    }
    return body;
  }

  /** Gives the memory of a body back. */
  release(path: string): void {
    this.#size -= this.#kept.get(path)?.length ?? 0;
    this.#kept.delete(path);
    this.#remove(path);
  }

  #remove(path: string): void {
    if (this.#atHand.delete(path)) this.#sizeAtHand -= this.#lengthOf(path);
  }
}
