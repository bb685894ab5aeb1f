/** Words of the garden that a Latin word of a query may mean. */
import { spellingOf, type Word } from './vocabulary.ts';

/** Identifiers with the word as one or more of their parts: 'backoff' in CrashLoopBackOff. */
export function identifiersWith(words: readonly Word[], part: string): Word[] {
  return words.filter(
    (word) =>
      word.parts.length > 1 &&
      word.text !== part &&
      startsOf(word).some((start) => holds(start, spellingOf(part))),
  );
}

/** The same word written with other letters: 'straße' for 'strasse', and the reverse. */
export function spellingsOf(words: readonly Word[], word: string): Word[] {
  const spelling = spellingOf(word);
  return words.filter(({ text }) => text !== word && spellingOf(text) === spelling);
}

/** Words with an umlaut for one typed with an E behind its letter: 'größe' for 'groesse'. */
export function umlautsOf(words: readonly Word[], word: string): Word[] {
  const spelling = spellingOf(word).replace(/([aou])e/g, '$1');
  return words.filter(({ text }) => spellingOf(text) === spelling);
}

/** Words that start with `beginning`, or identifiers one of whose parts does; the most frequent first. */
export function completionsOf(words: readonly Word[], beginning: string): Word[] {
  return words
    .filter((word) =>
      startsOf(word).some((parts) => parts.join('').startsWith(spellingOf(beginning))),
    )
    .sort(byUse);
}

/** Words at one edit from a misspelt one: the most frequent, and its other forms. */
export function correctionsOf(words: readonly Word[], misspelt: string): Word[] {
  const near = words.filter(({ text }) => isOneEdit(text, misspelt)).sort(byUse);
  const [best] = near;
  return best ? near.filter(({ text }) => sharesStem(text, best.text)) : [];
}

/** Whether `a` and `b` differ by one letter changed, missing, added, or swapped with its neighbour. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const [restOfShort, restOfLong] = [short.slice(start), long.slice(start)];
  if (short.length < long.length) return restOfShort === restOfLong.slice(1);
  if (restOfShort.slice(1) === restOfLong.slice(1)) return true;
  const swapped = `${restOfShort[1] ?? ''}${restOfShort[0] ?? ''}${restOfShort.slice(2)}`;
  return swapped === restOfLong;
}

/** A word without its English ending, for comparison; the index has a better stemmer. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word.replace(
    /(?:abilit(?:y|ies)|ibilit(?:y|ies)|i[sz]ations?|ations?|ators?|i[sz](?:ing|ed|es|e)|ments?|ness(?:es)?|ables?|ibles?|ings?|edly|ied|ies|ers?|ors?|ed|es|ions?|ly|s|e|y)$/,
    '',
  );
  return stem.length >= 3 ? stem : word;
}

function sharesStem(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

/** The parts from each one on: [crash, back, off], [back, off], [off]. */
function startsOf({ parts }: Word): string[][] {
  return parts.map((_, index) => parts.slice(index).map(spellingOf));
}

function holds(parts: readonly string[], text: string): boolean {
  let joined = '';
  for (const part of parts) {
    joined += part;
    if (joined.length >= text.length) return joined === text;
  }
  return false;
}

function byUse(a: Word, b: Word): number {
  return b.size - a.size || a.text.length - b.text.length || (a.text < b.text ? -1 : 1);
}
