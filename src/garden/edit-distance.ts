/** The edit distance of two words, and the nearest of many words. */

/**
 * Number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`
 * (optimal string alignment), or `limit + 1` where it exceeds `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, before);
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Costs of turning the first `i` letters of `a` into each prefix of `b`. */
function nextRow(
  a: string,
  b: string,
  i: number,
  last: readonly number[],
  before: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const change = a[i - 1] === b[j - 1] ? 0 : 1;
    const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(isSwap ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
  }
  return row;
}

interface Word {
  readonly key: string;
  readonly text: string;
  /** One bit for each letter that occurs. */
  readonly letters: number;
}

/** Words to suggest. A lookup costs one bit comparison for each word of similar length. */
export class Suggestions {
  readonly #byLength = new Map<number, Word[]>();
  readonly #answers = new Map<string, string>();

  /** `words`: the compared form and the written form of each; the first of each compared form counts. */
  constructor(words: Iterable<readonly [key: string, text: string]>) {
    const seen = new Set<string>();
    for (const [key, text] of words) {
      if (seen.has(key)) continue;
      seen.add(key);
      const known = this.#byLength.get(key.length) ?? [];
      known.push({ key, text, letters: lettersOf(key) });
      this.#byLength.set(key.length, known);
    }
  }

  /**
   * The nearest word as written, or '' where none is near; of several the first in order. Words with
   * other digits are never near: 'Chapter 2' is no misspelling of 'Chapter 3'.
   */
  nearest(key: string): string {
    if (key === '') return '';
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.#search(key, maxDistanceFor(key));
    this.#answers.set(key, answer);
    return answer;
  }

  #search(key: string, limit: number): string {
    const letters = lettersOf(key);
    let best = '';
    let bestDistance = limit;
    for (const word of this.#ofLengths(key.length - limit, key.length + limit)) {
      if (bitCount(word.letters ^ letters) > 2 * bestDistance) continue;
      const distance = editDistance(key, word.key, bestDistance);
      if (distance > bestDistance || digitsOf(key) !== digitsOf(word.key)) continue;
      if (distance < bestDistance || best === '' || word.text < best) best = word.text;
      bestDistance = distance;
    }
    return best;
  }

  #ofLengths(from: number, to: number): Word[] {
    const lengths = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return lengths.flatMap((length) => this.#byLength.get(length) ?? []);
  }
}

function digitsOf(key: string): string {
  return key.replace(/\D+/g, ' ');
}

/** The largest edit distance at which a word of this length still counts as near. */
function maxDistanceFor(key: string): number {
  if (key.length < 4) return 0;
  return key.length < 8 ? 1 : 2;
}

function lettersOf(key: string): number {
  let letters = 0;
  for (let index = 0; index < key.length; index++) letters |= 1 << (key.charCodeAt(index) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
