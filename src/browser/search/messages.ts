/** What the page asks of the search worker, and what it answers: plain values. */
import type { Marked, Place } from '../../search/query/excerpts.ts';
import type { Title } from '../../search/query/titles.ts';
import type { Filters } from './pagefind-index.ts';

/** A page among the results, ready for showing. */
export interface Result {
  readonly permalink: string;
  readonly title: Marked;
  readonly kind: string;
  readonly lang: string;
  readonly tags: readonly string[];
  readonly names: Marked;
  readonly places: readonly Place[];
}

/** A page among the results whose text is not needed to name it. */
export interface Rest {
  readonly permalink: string;
  readonly title: string;
  readonly kind: string;
}

export interface Answer {
  readonly how: 'all' | 'most' | 'none';
  readonly total: number;
  readonly results: readonly Result[];
  readonly rest: readonly Rest[];
  /** What a misspelt word was taken for. */
  readonly corrected: readonly string[];
  /** Where nothing was found: what comes nearest by name. */
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

/** Calls by name: what each takes and gives. */
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
