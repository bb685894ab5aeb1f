import { isWide } from './font.ts';

/** Marks that may not begin a line, and those that may not end one. */
const closing = '，。、；：？！）》」』】〉”’…,.;:?!)]}%';
const opening = '（《「『【〈“‘([{';

/** Text that a line break cannot part, and whether white space follows it. */
export interface Word {
  readonly text: string;
  readonly space: boolean;
}

/**
 * Cuts text into what a browser keeps on one line: between spaces, behind hyphens, and around every
 * East Asian character that punctuation does not hold to its neighbour.
 */
export function splitWords(text: string): {
  readonly leadingSpace: boolean;
  readonly words: Word[];
} {
  const words: Word[] = [];
  let word = '';
  const end = (space: boolean): void => {
    if (word !== '') words.push({ text: word, space });
    word = '';
  };
  for (const token of text.match(/\s+|\S/gu) ?? []) {
    if (/^\s/u.test(token)) {
      end(true);
      continue;
    }
    if (word !== '' && breaksBetween(word, token)) end(false);
    word += token;
    if (token === '-' || token === '?') end(false);
  }
  end(false);
  return { leadingSpace: /^\s/u.test(text), words };
}

function breaksBetween(word: string, character: string): boolean {
  const before = [...word].at(-1) ?? '';
  if (closing.includes(character) || opening.includes(before)) return false;
  return isWide(character.codePointAt(0) ?? 0) || isWide(before.codePointAt(0) ?? 0);
}
