/** Finds notes by name: fuzzy over titles and aliases, without full text. */
import { fold } from '../cut/cut-text.ts';
import type { Title } from './titles.ts';
import { isOneEdit } from './vocabulary-search.ts';

export interface JumpTarget {
  readonly title: Title;
  /** The alias that matched, '' if the title did. */
  readonly alias: string;
  /** The name is or starts with what was typed, or has all its words; false for fuzzy matches. */
  readonly isMeant: boolean;
}

const kindWeights = { note: 4, journal: 2, tag: 1, ghost: 0 };

/** At most `maxCount` titles that match what was typed, the best first. */
export function jumpTo(titles: readonly Title[], typed: string, maxCount: number): JumpTarget[] {
  const query = normalise(typed);
  if (query === '') return [];
  return titles
    .map((title) => ({ ...fitOfTitle(title, query), title }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit + kindWeights[b.title.kind] - (a.fit + kindWeights[a.title.kind]) ||
        a.title.title.length - b.title.title.length,
    )
    .slice(0, maxCount)
    .map(({ title, alias }) => ({ title, alias, isMeant: isMeant(alias || title.title, query) }));
}

function isMeant(source: string, query: string): boolean {
  const name = normalise(source);
  const words = new Set(wordsIn(name));
  return name.startsWith(query) || wordsIn(query).every((word) => words.has(word));
}

/** Names that share less were not meant: two of five pairs of letters, the least of names that look alike. */
const minLikeness = 0.4;

/** The titles most similar to what was typed, for queries without results; none where none is like it. */
export function nearestTitles(titles: readonly Title[], typed: string, maxCount: number): Title[] {
  const query = pairsOf(normalise(typed));
  if (query.size === 0) return [];
  return titles
    .map((title) => ({
      title,
      like: Math.max(...[title.title, ...title.aliases].map((name) => likeness(name, query))),
    }))
    .filter(({ like }) => like > minLikeness)
    .sort((a, b) => b.like - a.like)
    .slice(0, maxCount)
    .map(({ title }) => title);
}

function fitOfTitle(title: Title, query: string): { fit: number; alias: string } {
  let best = { fit: fitOf(normalise(title.title), query), alias: '' };
  for (const alias of title.aliases) {
    const fit = fitOf(normalise(alias), query) - 5;
    if (fit > best.fit) best = { fit, alias };
  }
  return best;
}

/** How well a name matches: exactly, from its start, from a word on, within, misspelt, by initials. */
function fitOf(name: string, query: string): number {
  if (name === query) return 100;
  if (name.startsWith(query)) return 90;
  if (wordsIn(name).some((word) => word.startsWith(query))) return 80;
  if (name.includes(query)) return 70;
  const parts = query.split(' ').filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => name.includes(part))) return 60;
  if (query.length >= 4 && wordsIn(name).some((word) => isNearly(word, query))) return 50;
  return query.length >= 3 && !query.includes(' ') && matchesInitials(name, query) ? 20 : 0;
}

/** Whether the query is one edit from the word or its beginning. */
function isNearly(word: string, query: string): boolean {
  return isOneEdit(word, query) || isOneEdit(word.slice(0, query.length), query);
}

/** Whether the letters of the query are the initials of the name. */
function matchesInitials(name: string, query: string): boolean {
  const initials = wordsIn(name)
    .map((word) => word[0])
    .join('');
  return initials.startsWith(query);
}

function likeness(name: string, query: ReadonlySet<string>): number {
  const pairs = pairsOf(normalise(name));
  if (pairs.size === 0) return 0;
  const shared = [...query].filter((pair) => pairs.has(pair)).length;
  return (2 * shared) / (pairs.size + query.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.replaceAll(' ', '');
  return new Set([...letters].slice(1).map((letter, index) => [...letters][index] + letter));
}

function wordsIn(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u);
}

function normalise(text: string): string {
  return fold(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
}
