/** Jumping to a note by its name: fuzzy over titles and aliases, without any full text. */
import { fold } from '../cut/cut-text.ts';
import type { Title } from './titles.ts';
import { isOneEdit } from './vocabulary-search.ts';

export interface JumpTarget {
  readonly title: Title;
  /** The alias that matched, where the title itself did not. */
  readonly alias: string;
  /** The name is what was typed, begins so, or has all its words: not only something like it. */
  readonly isMeant: boolean;
}

const worth = { note: 4, journal: 2, tag: 1, ghost: 0 };

/** Titles that fit what was typed so far, the closest first. */
export function jumpTo(titles: readonly Title[], typed: string, most: number): JumpTarget[] {
  const query = squeeze(typed);
  if (query === '') return [];
  return titles
    .map((title) => ({ ...fitOfTitle(title, query), title }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit + worth[b.title.kind] - (a.fit + worth[a.title.kind]) ||
        a.title.title.length - b.title.title.length,
    )
    .slice(0, most)
    .map(({ title, alias }) => ({ title, alias, isMeant: isMeant(alias || title.title, query) }));
}

function isMeant(source: string, query: string): boolean {
  const name = squeeze(source);
  const words = new Set(wordsIn(name));
  return name.startsWith(query) || wordsIn(query).every((word) => words.has(word));
}

/** The titles most like what was typed, for when nothing has it. */
export function nearestTitles(titles: readonly Title[], typed: string, most: number): Title[] {
  const query = pairsOf(squeeze(typed));
  if (query.size === 0) return [];
  return titles
    .map((title) => ({
      title,
      like: Math.max(...[title.title, ...title.aliases].map((name) => likeness(name, query))),
    }))
    .filter(({ like }) => like > 0.2)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ title }) => title);
}

function fitOfTitle(title: Title, query: string): { fit: number; alias: string } {
  let best = { fit: fitOf(squeeze(title.title), query), alias: '' };
  for (const alias of title.aliases) {
    const fit = fitOf(squeeze(alias), query) - 5;
    if (fit > best.fit) best = { fit, alias };
  }
  return best;
}

/** How well a name fits: whole, from its beginning, from a word on, within, misspelt, in pieces. */
function fitOf(name: string, query: string): number {
  if (name === query) return 100;
  if (name.startsWith(query)) return 90;
  if (wordsIn(name).some((word) => word.startsWith(query))) return 80;
  if (name.includes(query)) return 70;
  const parts = query.split(' ').filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => name.includes(part))) return 60;
  if (query.length >= 4 && wordsIn(name).some((word) => isNearly(word, query))) return 50;
  return query.length >= 3 && !query.includes(' ') && isSpread(name, query) ? 20 : 0;
}

/** The query is the word, or its beginning, but for one edit. */
function isNearly(word: string, query: string): boolean {
  return isOneEdit(word, query) || isOneEdit(word.slice(0, query.length), query);
}

/** Initials: the letters of the query begin words of the name, in order. */
function isSpread(name: string, query: string): boolean {
  const initials = wordsIn(name)
    .map((word) => word[0])
    .join('');
  return initials.startsWith(query);
}

function likeness(name: string, query: ReadonlySet<string>): number {
  const pairs = pairsOf(squeeze(name));
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

function squeeze(text: string): string {
  return fold(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
}
