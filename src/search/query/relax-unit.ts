/** Relaxes a run of Chinese that no page contains: its parts, or characters that sound alike. */
import { isHan, wordsOf } from '../cut/cut-text.ts';
import { homophonesOf } from './homophones.ts';
import type { Unit } from './query.ts';
import { lookUp, type ResolvedUnit } from './resolve-unit.ts';
import { isLightWord, subjectsOf, withoutParticles } from './stop-words.ts';
import type { WordIndex } from './word-index.ts';

/**
 * Splits a run at question words first, then into words. A run of a single word stays whole, and
 * 'missing'.
 */
export async function relaxUnit(unit: Unit, index: WordIndex): Promise<ResolvedUnit[]> {
  const subjects = subjectsOf(unit.text);
  if (subjects.length === 0) return [{ unit, forms: [], how: 'missing', hits: new Map() }];
  const parts = await Promise.all(subjects.map((subject) => relaxSubject(subject, index)));
  return parts.flat();
}

async function relaxSubject(subject: string, index: WordIndex): Promise<ResolvedUnit[]> {
  for (const text of new Set([subject, withoutParticles(subject)])) {
    const whole = await lookUpRun(text, index);
    if (whole.how !== 'missing') return [whole];
  }
  const repaired = await homophonesOf(subject, index);
  if (repaired.length > 0) {
    const unit: Unit = { kind: 'han', text: subject, words: wordsOf(subject), optional: false };
    return [await lookUp(unit, 'corrected', repaired.map(wordsOf), index)];
  }
  const words = await Promise.all(
    segment(withoutParticles(subject)).map((word) => lookUpRun(word, index)),
  );
  const subjects = words.filter(({ unit }) => !unit.optional);
  if (subjects.length === 0) return words.map(required);
  const isWord = ({ unit }: ResolvedUnit) => unit.words.length > 1;
  return subjects.some(isWord)
    ? words.map((word) => (isWord(word) ? word : optional(word)))
    : words;
}

/** A single character beside words, such as 者, says little about the subject. */
function optional(resolved: ResolvedUnit): ResolvedUnit {
  return { ...resolved, unit: { ...resolved.unit, optional: true } };
}

function lookUpRun(text: string, index: WordIndex): Promise<ResolvedUnit> {
  const words = wordsOf(text);
  const unit: Unit = { kind: 'han', text, words, optional: isLightWord(text) };
  return lookUp(unit, 'typed', [words], index);
}

function required(resolved: ResolvedUnit): ResolvedUnit {
  return { ...resolved, unit: { ...resolved.unit, optional: false } };
}

/** Splits a run into words by the dictionary of the platform. */
function segment(run: string): string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(run);
  const words = [...segments].map(({ segment: word }) => withoutParticles(word));
  return words.filter((word) => isHan(word) && subjectsOf(word).length > 0);
}
