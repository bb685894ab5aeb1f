/** Answers queries of Dataview and views of bases over the published files of the vault. */
import { compareText } from '../../diagnostic.ts';
import type {
  Expression,
  ExpressionQuery,
  QueryColumn,
  QueryStep,
  SortKey,
} from '../../expression.ts';
import type { GardenNote } from '../../garden.ts';
import { evaluate } from './evaluate.ts';
import { propertyKey, tasksOf } from './files.ts';
import { inSource } from './source.ts';
import { summaryOf } from './summaries.ts';
import { type QuerySite, Surroundings } from './surroundings.ts';
import { type FileValue, isList, isTrue, keyOf, orderOf, type Value } from './value.ts';

export interface AnswerRow {
  readonly row: FileValue;
  /** A value for each column. */
  readonly cells: readonly Value[];
}

export interface AnswerGroup {
  /** The value that its rows share; null where the query does not group. */
  readonly key: Value;
  readonly rows: readonly AnswerRow[];
  /** What stands below each column; empty where no column has a summary. */
  readonly summaries: readonly Value[];
}

export interface Answer {
  readonly groups: readonly AnswerGroup[];
  readonly count: number;
  /** Summaries of all groups together; empty where there is one group, or no summary. */
  readonly totals: readonly Value[];
  readonly around: Surroundings;
  /** Cards: the picture of a row. */
  picture(row: FileValue): Value;
}

/** The rows of a query, in groups. */
export function answerExpressionQuery(site: QuerySite, query: ExpressionQuery): Answer {
  const around = new Surroundings(site, query.formulas);
  const start = firstRows(around, query);
  const rows = query.steps.reduce<readonly FileValue[]>(
    (found, step) => applied(found, step, around),
    start,
  );
  const groups = grouped(rows, query, around).map(([key, members]) => ({
    key,
    rows: members.map((row) => ({ row, cells: cellsOf(row, query.columns, around) })),
    summaries: summariesOf(members, query.columns, around),
  }));
  return {
    groups,
    count: rows.length,
    totals: groups.length > 1 ? summariesOf(rows, query.columns, around) : [],
    around,
    picture: (row) => (query.image ? evaluate(query.image, { around, row }) : null),
  };
}

/** The value of one expression in a note's text. */
export function answerExpression(site: QuerySite, expression: Expression): [Value, Surroundings] {
  const around = new Surroundings(site);
  const row: FileValue = { type: 'page', key: `note:${site.own?.id ?? ''}` };
  return [evaluate(expression, { around, row }), around];
}

function firstRows(around: Surroundings, { rows, source }: ExpressionQuery): FileValue[] {
  const { garden, own } = around.site;
  const vault = own?.note.vault ?? '';
  const isOwn = ({ note }: GardenNote): boolean =>
    note.vault === vault && (rows === 'files' || !/\.(?:canvas|base)$/i.test(note.path));
  const notes = [...garden.notes.values()]
    .filter((entry) => isOwn(entry) && (source === null || inSource(source, entry, around)))
    .sort((a, b) => compareText(a.note.path, b.note.path));
  if (rows === 'tasks') return notes.flatMap((entry) => tasksOf(around, entry));
  const found = notes.map(({ id }): FileValue => ({ type: 'page', key: `note:${id}` }));
  if (rows === 'notes') return found;
  const inVault = [...garden.assets.keys()].filter(
    (path) => vault === '' || path.startsWith(`${vault}/`),
  );
  return [...found, ...inVault.map((path): FileValue => ({ type: 'page', key: `asset:${path}` }))];
}

function applied(
  rows: readonly FileValue[],
  step: QueryStep,
  around: Surroundings,
): readonly FileValue[] {
  switch (step.do) {
    case 'where':
      return rows.filter((row) => isTrue(evaluate(step.test, { around, row })));
    case 'sort':
      return sortedRows(rows, step.by, around);
    case 'limit': {
      const count = evaluate(step.count, { around, row: { type: 'page', key: '' } });
      return typeof count === 'number' ? rows.slice(0, Math.max(0, count)) : rows;
    }
    case 'flatten':
      return rows.flatMap((row) => {
        const value = evaluate(step.by, { around, row });
        return (isList(value) ? value : [value]).map((item) => withName(row, step.name, item));
      });
    case 'group':
      return groupRows(rows, step, around);
  }
}

function withName(row: FileValue, name: string, value: Value): FileValue {
  return { ...row, names: new Map([...(row.names ?? []), [propertyKey(name), value]]) };
}

/** Dataview: one row a group, in order of its key, with its pages as `rows`. */
function groupRows(
  rows: readonly FileValue[],
  { by, name }: Extract<QueryStep, { do: 'group' }>,
  around: Surroundings,
): FileValue[] {
  return byValue(rows, by, around).map(([key, members]) => ({
    type: 'page',
    key: '',
    names: new Map<string, Value>([
      [propertyKey(name), key],
      ['key', key],
      ['rows', members],
    ]),
  }));
}

function byValue(
  rows: readonly FileValue[],
  by: Expression,
  around: Surroundings,
): [Value, FileValue[]][] {
  const groups = new Map<string, [Value, FileValue[]]>();
  for (const row of rows) {
    const value = evaluate(by, { around, row });
    const known = groups.get(keyOf(value));
    if (known) known[1].push(row);
    else groups.set(keyOf(value), [value, [row]]);
  }
  return [...groups.values()].sort(([a], [b]) => compare(a, b, false, around));
}

/** In bases what has no value is last in either direction; in Dataview it is the least. */
function compare(a: Value, b: Value, descending: boolean, around: Surroundings): number {
  const isBases = around.language === 'bases';
  if (isBases && (isNothing(a) || isNothing(b))) return Number(isNothing(a)) - Number(isNothing(b));
  const order = orderOf(a, b, around.language, around.nameOf) ?? 0;
  return descending ? -order : order;
}

function isNothing(value: Value): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}

function sortedRows(
  rows: readonly FileValue[],
  keys: readonly SortKey[],
  around: Surroundings,
): readonly FileValue[] {
  if (keys.length === 0) return rows;
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ by }) => evaluate(by, { around, row })),
  }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of keys.entries()) {
      const order = compare(a.values[index] ?? null, b.values[index] ?? null, descending, around);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** A base's groups; without them all rows are one. */
function grouped(
  rows: readonly FileValue[],
  { group }: ExpressionQuery,
  around: Surroundings,
): [Value, readonly FileValue[]][] {
  if (group === null) return [[null, rows]];
  const groups = byValue(rows, group.by, around);
  return groups.sort(([a], [b]) => compare(a, b, group.descending, around));
}

function cellsOf(row: FileValue, columns: readonly QueryColumn[], around: Surroundings): Value[] {
  return columns.map(({ value }) => evaluate(value, { around, row }));
}

function summariesOf(
  rows: readonly FileValue[],
  columns: readonly QueryColumn[],
  around: Surroundings,
): Value[] {
  if (!columns.some(({ summary }) => summary !== undefined)) return [];
  return columns.map(({ value, summary }) => {
    if (summary === undefined) return null;
    const values = rows.map((row) => evaluate(value, { around, row }));
    return summaryOf(summary, values, around);
  });
}
