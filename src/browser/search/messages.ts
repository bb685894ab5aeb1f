/** Messages between the page and the search worker. */
import type { Marked, SectionMatch } from '../../search/query/excerpts.ts';
import type { Title } from '../../search/query/titles.ts';
import type { Filters } from './pagefind-index.ts';

/** A page among the results. */
export interface Result {
  readonly permalink: string;
  readonly title: Marked;
  readonly kind: string;
  readonly lang: string;
  readonly tags: readonly string[];
  readonly names: Marked;
  readonly sections: readonly SectionMatch[];
}

/** A further result, of which only the title is known. */
export interface Rest {
  readonly permalink: string;
  readonly title: string;
  readonly kind: string;
}

export interface Answer {
  readonly how: 'all' | 'most' | 'some' | 'none';
  readonly total: number;
  readonly results: readonly Result[];
  readonly rest: readonly Rest[];
  /** The words that were searched for in place of misspelt ones. */
  readonly corrected: readonly string[];
  /** What no result contains, as the query says. */
  readonly excluded: readonly string[];
  /** If nothing was found: notes with similar names. */
  readonly nearest: readonly Title[];
}

export interface Jump {
  readonly title: Marked;
  readonly permalink: string;
  readonly kind: Title['kind'];
  readonly alias: string;
  readonly isMeant: boolean;
}

export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Calls by name, with their parameters and results. */
export interface Calls {
  open: { takes: null; gives: null };
  jump: { takes: string; gives: readonly Jump[] };
  find: {
    takes: { query: string; filters: Filters; first: number; whole: boolean };
    gives: Answer;
  };
  filters: { takes: null; gives: FilterCounts };
}

export type CallName = keyof Calls;

export interface CallMessage {
  readonly id: number;
  readonly name: CallName;
  readonly value: unknown;
}

export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
