/**
 * Traditional Chinese characters. The index lists a text under its simplified characters, and a query is
 * read in them. The table between both is fetched where a query or a page has traditional ones alone.
 */

/** Replaces traditional characters by simplified ones, each by one of the same length. */
export type Simplify = (text: string) => string;

/** For texts in simplified Chinese, which need no table. */
export const asWritten: Simplify = (text) => text;

let common: ReadonlySet<string> | undefined;

/** The 6,763 characters of GB 2312: those of simplified Chinese. */
export function commonCharacters(): ReadonlySet<string> {
  common ??= new Set(decodeCommon());
  return common;
}

function decodeCommon(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return text.replace(/\P{Script=Han}/gu, '');
}

/** Those of the common characters that are usually the traditional form of another one. */
const commonTraditional = '於後徵乾夥藉摺菸麽';

/** Whether a text has a character that simplified Chinese writes in another way. */
export function mayBeTraditional(text: string): boolean {
  return (text.match(/[\u3400-\u9fff]/g) ?? []).some(isTraditional);
}

/** Whether a character is none of simplified Chinese. */
export function isTraditional(character: string): boolean {
  return !commonCharacters().has(character) || commonTraditional.includes(character);
}

/** The table as text: all traditional characters, then their simplified ones in the same order. */
export function packSimplified(pairs: ReadonlyMap<string, string>): string {
  return [[...pairs.keys()].join(''), [...pairs.values()].join('')].join('\n');
}

/** Reads the table that `packSimplified` wrote. */
export function unpackSimplified(packed: string): Simplify {
  const [traditional = '', simplified = ''] = packed.split('\n');
  const pairs = new Map([...traditional].map((from, index) => [from, simplified[index] ?? from]));
  return (text) => text.replace(/[\u3400-\u9fff]/g, (from) => pairs.get(from) ?? from);
}
