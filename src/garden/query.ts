/**
 * Queries of Logseq in one form, which `resolve` answers. Keys of columns, sorts and groups name
 * properties. (Those of bases and Dataview: see expression.ts.)
 */

export type Filter =
  | { readonly op: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly op: 'not'; readonly of: Filter }
  /**
   * Names of links and pages: '' is the note that contains the query. With `day`, a day relative to that
   * of the build, they are its journal.
   */
  | { readonly op: 'link' | 'page'; readonly name: string; readonly day?: string }
  | { readonly op: 'tag'; readonly name: string }
  | { readonly op: 'text'; readonly text: string }
  | { readonly op: 'task'; readonly markers: readonly string[] }
  | { readonly op: 'priority'; readonly priorities: readonly string[] }
  | {
      readonly op: 'property';
      readonly of: 'block' | 'note';
      readonly key: string;
      readonly compare: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'exists';
      readonly value: string;
    }
  | { readonly op: 'namespace'; readonly name: string }
  | { readonly op: 'folder'; readonly path: string }
  /** Both days belong to it: ISO days, or days relative to that of the build ('today', '-7d'). */
  | { readonly op: 'between'; readonly from: string; readonly to: string; readonly key: string }
  /** Flashcards. */
  | { readonly op: 'card' }
  | { readonly op: 'all' };

export interface Query {
  /** What the rows are. 'tags': the pages that are tags of other pages, without a filter. */
  readonly of: 'blocks' | 'notes' | 'tags';
  readonly filter: Filter;
  readonly sort: readonly { readonly key: string; readonly descending: boolean }[];
  readonly limit: number | null;
  /** Size of a sample drawn with a fixed seed, or null. */
  readonly sample: number | null;
  readonly group: string | null;
  readonly view: 'list' | 'table' | 'cards' | 'tasks';
  /** Columns of a table: property keys or 'title', 'block', 'tags', 'created', 'modified', 'path'. */
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** Values of all rows that are shown below them. */
  readonly totals?: readonly QueryTotal[];
  /** Cards: key of the property that holds the picture of each, a link or an address. */
  readonly image?: string;
}

/** A value of all rows of a query; `key` names a property, '' for the rows themselves. */
export interface QueryTotal {
  readonly of: 'sum' | 'average' | 'count' | 'min' | 'max';
  readonly key: string;
}
