/** Finds the pages for one unit of a query, which may be half typed or misspelt. */
import type { Unit } from './query.ts';
import { isVersion, otherVersion } from './version.ts';
import { vocabularyFileOf, type Word } from './vocabulary.ts';
import {
  completionsOf,
  correctionsOf,
  identifiersWith,
  spellingsOf,
  umlautsOf,
} from './vocabulary-search.ts';
import type { Hit, WordIndex } from './word-index.ts';

export interface ResolvedUnit {
  readonly unit: Unit;
  /** The phrases that were looked up, as words; any of them matches. */
  readonly forms: readonly (readonly string[])[];
  readonly how: 'typed' | 'completed' | 'corrected' | 'missing';
  readonly hits: ReadonlyMap<string, Hit>;
}

/** Further completions are left to the prefix search of the index. */
const maxCompletions = 24;

/** Looks up a unit: as typed, else completed, else corrected; `how` says which. */
export async function resolveUnit(unit: Unit, index: WordIndex): Promise<ResolvedUnit> {
  if (unit.kind === 'word') return resolveWord(unit, index);
  if (unit.kind === 'compound') return resolveCompound(unit, index);
  return lookUp(unit, 'typed', [unit.words], index);
}

/** Looks up several phrases; a page matches with any of them. */
export async function lookUp(
  unit: Unit,
  how: ResolvedUnit['how'],
  forms: readonly (readonly string[])[],
  index: WordIndex,
): Promise<ResolvedUnit> {
  const found = await Promise.all(forms.map((form) => index.phrase(form)));
  const hits = new Map<string, Hit>();
  for (const hit of found.flat()) {
    const known = hits.get(hit.id);
    hits.set(hit.id, known ? { ...known, count: known.count + hit.count } : hit);
  }
  return { unit, forms, hits, how: hits.size > 0 ? how : 'missing' };
}

async function resolveWord(unit: Unit, index: WordIndex): Promise<ResolvedUnit> {
  const [word = ''] = unit.words;
  const words = await index.vocabulary(vocabularyFileOf(word));
  const forms = [[word], ...rows(spellingsOf(words, word)), ...rows(identifiersWith(words, word))];
  const typed = await lookUp(unit, 'typed', forms, index);
  const isKnown =
    words.some(({ text }) => text === word) || (forms.length > 1 && typed.hits.size > 0);
  if (isKnown) return typed;
  if (isVersion(unit.text) && typed.hits.size === 0) {
    return lookUp(unit, 'completed', [otherVersion(unit.words)], index);
  }
  if (word.length < 2 || /^\p{N}+$/u.test(word)) return typed;
  const completed = await complete(unit, [[word], ...rows(completionsOf(words, word))], index);
  if (completed.hits.size > 0 || word.length < 4) return completed;
  const umlauts = umlautsOf(words, word);
  if (umlauts.length > 0) return lookUp(unit, 'completed', rows(umlauts), index);
  return correct(unit, word, words, index);
}

/** Looks up a word that is in no note: its other English forms, and words that start with it. */
async function complete(
  unit: Unit,
  forms: readonly (readonly string[])[],
  index: WordIndex,
): Promise<ResolvedUnit> {
  const found = await lookUp(unit, 'completed', forms.slice(0, maxCompletions), index);
  if (forms.length <= maxCompletions) return found;
  const hits = new Map(found.hits);
  for (const hit of await index.weighed(unit.words)) {
    if (!hits.has(hit.id)) hits.set(hit.id, hit);
  }
  return { ...found, hits };
}

async function correct(
  unit: Unit,
  word: string,
  words: readonly Word[],
  index: WordIndex,
): Promise<ResolvedUnit> {
  const corrections = correctionsOf(words, word);
  if (corrections.length > 0) return lookUp(unit, 'corrected', rows(corrections), index);
  // The first letter itself may be missing, extra, or swapped with the second.
  const others = await index.vocabulary(vocabularyFileOf(word.slice(1)));
  return lookUp(unit, 'corrected', rows(correctionsOf(others, word)), index);
}

/** The last word of a compound may be half typed, as in `min.insync.rep`. */
async function resolveCompound(unit: Unit, index: WordIndex): Promise<ResolvedUnit> {
  const { words } = unit;
  const others = isVersion(unit.text) ? [otherVersion(words)] : [];
  const typed = await lookUp(unit, 'typed', [words, [words.join('')], ...others], index);
  if (typed.hits.size > 0) return typed;
  const last = words.at(-1) ?? '';
  const known = completionsOf(await index.vocabulary(vocabularyFileOf(last)), last);
  const completions = known
    .slice(0, maxCompletions)
    .map(({ text }) => [...words.slice(0, -1), text]);
  return lookUp(unit, 'completed', completions, index);
}

function rows(words: readonly Word[]): string[][] {
  return words.map(({ text }) => [text]);
}
