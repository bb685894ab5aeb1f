/** Word boundaries: by spaces in most scripts, by a dictionary in Chinese, Japanese or Thai. */

/** Scripts that write words without spaces. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** How a UTF-16 unit takes part in words. */
export const kinds = { other: 1, spaced: 2, unspaced: 3 } as const;

// One byte for each unit, filled on demand; 0 is unknown.
const known = new Uint8Array(0x10000);

/** One of `kinds`; halves of surrogate pairs belong to no word. */
export function kindOf(unit: number): number {
  return known[unit] || learn(unit);
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const isWord = wordCharacter.test(character);
  const kind = unspacedScript.test(character)
    ? kinds.unspaced
    : isWord
      ? kinds.spaced
      : kinds.other;
  known[unit] = kind;
  return kind;
}

/** Characters on each side that the dictionary sees: words are short, texts are long. */
const segmentContext = 24;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Word boundaries of one text; caches the last range that was segmented. */
export class WordBoundaries {
  readonly #text: string;
  #start = 0;
  #end = 0;
  #segments: Intl.Segments | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether `from` to `to` are whole words. */
  isWhole(from: number, to: number): boolean {
    return this.#isBoundary(from, from, to) && this.#isBoundary(to, from, to);
  }

  #isBoundary(at: number, from: number, to: number): boolean {
    if (at === 0 || at === this.#text.length) return true;
    const before = kindOf(this.#text.charCodeAt(at - 1));
    const after = kindOf(this.#text.charCodeAt(at));
    if (before === kinds.other || after === kinds.other || before !== after) return true;
    return before === kinds.unspaced && this.#isSegmentStart(at, from, to);
  }

  #isSegmentStart(at: number, from: number, to: number): boolean {
    if (!this.#segments || from < this.#start || to > this.#end) this.#segmentAround(from, to);
    return (
      at === this.#end || this.#segments?.containing(at - this.#start)?.index === at - this.#start
    );
  }

  /** Segments the run of unspaced characters around a range, up to `segmentContext` on each side. */
  #segmentAround(from: number, to: number): void {
    this.#start = from;
    this.#end = to;
    while (this.#start > from - segmentContext && this.#isUnspaced(this.#start - 1)) this.#start--;
    while (this.#end < to + segmentContext && this.#isUnspaced(this.#end)) this.#end++;
    this.#segments = segmenter.segment(this.#text.slice(this.#start, this.#end));
  }

  #isUnspaced(at: number): boolean {
    return (
      at >= 0 && at < this.#text.length && kindOf(this.#text.charCodeAt(at)) === kinds.unspaced
    );
  }
}
