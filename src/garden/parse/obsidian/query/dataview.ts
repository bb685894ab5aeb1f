/**
 * Dataview's query language (its documentation, “Structure of a Query”): LIST, TABLE, TASK and CALENDAR
 * over the notes of the vault. What is not understood is named, so that no answer is wrong.
 */
import type {
  Expression,
  ExpressionQuery,
  QueryColumn,
  QueryStep,
  SortKey,
} from '../../../expression.ts';
import { readExpression } from './expression.ts';
import { readSource } from './source.ts';
import { readTokens, type Token } from './tokens.ts';
import { unknownParts } from './unknown-parts.ts';

/** A query, or what of it cannot be read. */
export type QueryReading = ExpressionQuery | { readonly fault: string };

/** The query that a ```dataview block holds. */
export function readDataview(source: string): QueryReading {
  const tokens = readTokens(source, 'dataview');
  if (typeof tokens === 'number') return { fault: source.slice(tokens).split('\n', 1)[0] ?? '' };
  try {
    return new DataviewReader(source).query(tokens);
  } catch (error) {
    if (error instanceof Unread) return { fault: error.message };
    throw error;
  }
}

/** The expression of inline code such as `= this.rating`. */
export function readInlineExpression(source: string): Expression | { readonly fault: string } {
  const tokens = readTokens(source, 'dataview');
  const expression = typeof tokens === 'number' ? null : readExpression(tokens, 'dataview');
  if (!expression) return { fault: source };
  const [unknown] = unknownParts(expression, 'dataview');
  return unknown === undefined ? expression : { fault: unknown };
}

/** The part of a query that cannot be read. */
class Unread extends Error {}

const clauseWords = new Set(['from', 'where', 'sort', 'group', 'flatten', 'limit']);

class DataviewReader {
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  query(tokens: readonly Token[]): ExpressionQuery {
    const [head = [], ...clauses] = splitClauses(tokens);
    const from = clauses.filter(([word]) => isWord(word, 'from'));
    if (from.length > 1 || (from[0] && from[0] !== clauses[0])) throw new Unread('FROM');
    const source = from[0] ? readSource(from[0].slice(1)) : null;
    if (from[0] && !source) throw new Unread(this.textOf(from[0]));
    const steps = clauses.filter((clause) => clause !== from[0]).map((clause) => this.step(clause));
    const shared = {
      language: 'dataview',
      source,
      formulas: {},
      group: null,
      image: null,
    } as const;
    return { ...shared, ...this.head(head, steps) };
  }

  private head(
    [type, ...rest]: readonly Token[],
    steps: readonly QueryStep[],
  ): Pick<ExpressionQuery, 'rows' | 'view' | 'columns' | 'steps'> {
    const withoutId = isWord(rest[0], 'without') && isWord(rest[1], 'id');
    const columns = splitList(withoutId ? rest.slice(2) : rest).map((item) => this.column(item));
    const isGrouped = steps.some((step) => step.do === 'group');
    const row: QueryColumn = { value: rowItself, label: isGrouped ? 'Group' : 'File' };
    if (isWord(type, 'table')) {
      return {
        rows: 'notes',
        view: 'table',
        columns: withoutId ? columns : [row, ...columns],
        steps,
      };
    }
    if (isWord(type, 'list') && columns.length <= 1) {
      return {
        rows: 'notes',
        view: 'list',
        columns: withoutId ? columns : [row, ...columns],
        steps,
      };
    }
    if (isWord(type, 'task') && columns.length === 0) {
      return { rows: 'tasks', view: 'tasks', columns: [row], steps };
    }
    const [day, ...others] = columns;
    if (isWord(type, 'calendar') && day && others.length === 0) {
      const { value } = day;
      const byDay: QueryStep[] = [
        { do: 'where', test: value },
        { do: 'sort', by: [{ by: value, descending: false }] },
      ];
      return { rows: 'notes', view: 'list', columns: [day, row], steps: [...steps, ...byDay] };
    }
    throw new Unread(this.textOf([type, ...rest].filter((token) => token !== undefined)));
  }

  private step([word, ...tokens]: readonly Token[]): QueryStep {
    if (isWord(word, 'where')) return { do: 'where', test: this.expression(tokens) };
    if (isWord(word, 'limit')) return { do: 'limit', count: this.expression(tokens) };
    if (isWord(word, 'sort')) {
      return { do: 'sort', by: splitList(tokens).map((item) => this.sortKey(item)) };
    }
    const isGroup = isWord(word, 'group');
    if (isGroup && !isWord(tokens[0], 'by')) throw new Unread('GROUP');
    const { value, label } = this.column(isGroup ? tokens.slice(1) : tokens);
    return { do: isGroup ? 'group' : 'flatten', by: value, name: label };
  }

  private sortKey(tokens: readonly Token[]): SortKey {
    const last = tokens.at(-1)?.text.toLowerCase() ?? '';
    const hasDirection = tokens.length > 1 && /^(?:asc|desc)(?:ending)?$/u.test(last);
    const by = this.expression(hasDirection ? tokens.slice(0, -1) : tokens);
    return { by, descending: hasDirection && last.startsWith('desc') };
  }

  /** `expression`, or `expression AS name`. */
  private column(tokens: readonly Token[]): QueryColumn {
    const as = tokens.findLastIndex((token) => isWord(token, 'as'));
    const body = as > 0 ? tokens.slice(0, as) : tokens;
    const name = as > 0 ? tokens.slice(as + 1) : [];
    const label = name.map(({ text }) => text).join(' ');
    return { value: this.expression(body), label: label || this.textOf(body) };
  }

  private expression(tokens: readonly Token[]): Expression {
    const expression = readExpression(tokens, 'dataview');
    if (!expression) throw new Unread(this.textOf(tokens));
    const [unknown] = unknownParts(expression, 'dataview');
    if (unknown !== undefined) throw new Unread(unknown);
    return expression;
  }

  private textOf(tokens: readonly Token[]): string {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last ? this.source.slice(first.offset, last.end) : this.source.trim();
  }
}

/** The row: a note, a task or a group. */
export const rowItself: Expression = { kind: 'field', name: '$row' };

function splitClauses(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    depth += depthChange(token);
    const isClause = token.kind === 'word' && clauseWords.has(token.text.toLowerCase());
    if (isClause && depth === 0 && !isFunction(tokens, index)) clauses.push([]);
    clauses.at(-1)?.push(token);
  }
  return clauses;
}

/** After these words an expression begins. */
const beforeExpression = new Set(
  'table list calendar id where by sort flatten limit and or'.split(' '),
);

/** Whether a word such as `sort` is the name of a function: where an expression begins, before `(`. */
function isFunction(tokens: readonly Token[], index: number): boolean {
  const [before, word, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before === undefined || after?.text !== '(' || after.offset !== word?.end) return false;
  if (before.kind === 'word') return beforeExpression.has(before.text.toLowerCase());
  return before.kind === 'sign' && !/^[)\]}]$/u.test(before.text);
}

function depthChange({ kind, text }: Token): number {
  if (kind !== 'sign') return 0;
  if (text === '(' || text === '[' || text === '{') return 1;
  return text === ')' || text === ']' || text === '}' ? -1 : 0;
}

function splitList(tokens: readonly Token[]): Token[][] {
  if (tokens.length === 0) return [];
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (token.kind === 'sign' && token.text === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}
