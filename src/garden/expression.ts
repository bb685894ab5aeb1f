/**
 * Expressions of Obsidian's bases and of the Dataview plugin: one form for both, plain data. What they
 * mean is in `resolve/expression`.
 */

/** Whose rules apply: operators, functions and the order of values differ a little. */
export type ExpressionLanguage = 'bases' | 'dataview';

export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** What stands between the brackets of a link. */
  | { readonly kind: 'link'; readonly name: string; readonly embed: boolean }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  /** A name: a property, 'file', 'this', or what a lambda is given. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'not' | 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly sign: BinarySign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'lambda'; readonly names: readonly string[]; readonly body: Expression }
  /** `name(a, b)`, or `of.name(a, b)`. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly of: Expression | null;
      readonly inputs: readonly Expression[];
    };

export type BinarySign =
  | ('and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=')
  | ('+' | '-' | '*' | '/' | '%');

/** Functions of Dataview (its documentation, “Functions”), in lower case. */
export const dataviewFunctions: readonly string[] = (
  'object list array date dur number string link embed elink typeof round trunc floor ceil min max ' +
  'sum product reduce average minby maxby contains icontains econtains containsword extract sort ' +
  'reverse length nonnull firstvalue all any none join filter map flat slice unique regextest ' +
  'hash regexmatch regexreplace replace lower upper split startswith endswith padleft padright substring ' +
  'truncate default ldefault choice striptime dateformat durationformat currencyformat localtime meta'
).split(' ');

/** Functions of bases (Obsidian help, “Functions”): the global ones, and those of values. */
export const basesGlobals: readonly string[] =
  'escapeHTML date duration file html if image icon link list max min now number today'.split(' ');
export const basesMethods: readonly string[] = (
  'isTruthy isType toString date format time relative isEmpty contains containsAll containsAny ' +
  'endsWith lower replace repeat reverse slice split startsWith title trim abs ceil floor round ' +
  'toFixed filter flat join map reduce sort unique asFile linksTo asLink hasLink hasProperty hasTag ' +
  'inFolder keys values matches mean sum min max median'
).split(' ');

/** Facts of files: those that the garden has, and those of the program that it has not. */
export const fileFacts: Readonly<Record<ExpressionLanguage, readonly string[]>> = {
  bases:
    'name basename path folder ext ctime mtime tags links backlinks embeds properties file aliases'.split(
      ' ',
    ),
  dataview: (
    'name folder path ext link ctime cday mtime mday tags etags inlinks outlinks aliases tasks ' +
    'frontmatter day'
  ).split(' '),
};

/** One step of Dataview's query, in the order in which they are written and applied. */
export type QueryStep =
  | { readonly do: 'where'; readonly test: Expression }
  | { readonly do: 'sort'; readonly by: readonly SortKey[] }
  | { readonly do: 'group'; readonly by: Expression; readonly name: string }
  | { readonly do: 'flatten'; readonly by: Expression; readonly name: string }
  | { readonly do: 'limit'; readonly count: Expression };

export interface SortKey {
  readonly by: Expression;
  readonly descending: boolean;
}

export interface QueryColumn {
  readonly value: Expression;
  readonly label: string;
  /** What stands below the column: a name of a summary, or a formula over `values`. */
  readonly summary?: string | Expression;
}

/** What Dataview's FROM says. */
export type QuerySource =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** Notes that link to the note, or with `outgoing` those that it links to; '' is the query's own. */
  | { readonly kind: 'links'; readonly name: string; readonly outgoing: boolean }
  | { readonly kind: 'not'; readonly of: QuerySource }
  | { readonly kind: 'and' | 'or'; readonly of: readonly QuerySource[] };

/** A query of Dataview, or a view of a base. */
export interface ExpressionQuery {
  readonly language: ExpressionLanguage;
  /** Bases list the vault's files, Dataview its Markdown notes or their tasks. */
  readonly rows: 'files' | 'notes' | 'tasks';
  readonly source: QuerySource | null;
  readonly steps: readonly QueryStep[];
  readonly view: 'list' | 'table' | 'cards' | 'tasks';
  /** The first column is the row itself, a link or the group's key, unless Dataview says WITHOUT ID. */
  readonly columns: readonly QueryColumn[];
  /** A base's formulas by name; null where one is not understood. */
  readonly formulas: Readonly<Record<string, Expression | null>>;
  /** A base's groups: rows stay rows, below the name of the property and its value. */
  readonly group: (SortKey & { readonly label: string }) | null;
  /** Cards: the picture of each. */
  readonly image: Expression | null;
}
