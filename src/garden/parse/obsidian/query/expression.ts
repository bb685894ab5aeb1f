/** Expressions of Dataview and of bases: one grammar, because they differ only in a few operators. */

import { ownValue } from '../../../own-value.ts';
import type { Token } from './tokens.ts';

export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  /** A name, possibly with dots: 'rating', 'file.name', 'this.file.folder'. */
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `name(a, b)`, or `of.name(a, b)`. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly of: Expression | null;
      readonly inputs: readonly Expression[];
    };

/** A longer expression could nest deeper than its readers can follow. */
const maxTokens = 500;

/** Reads a whole list of tokens as one expression; null where they are not one. */
export function readExpression(tokens: readonly Token[]): Expression | null {
  if (tokens.length > maxTokens) return null;
  const parser = new ExpressionParser(tokens);
  const expression = parser.binary(0);
  return parser.isDone ? expression : null;
}

const levels: readonly (readonly string[])[] = [
  ['or', '||', '|'],
  ['and', '&&', '&'],
  ['=', '==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

class ExpressionParser {
  private index = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get isDone(): boolean {
    return this.index === this.tokens.length;
  }

  binary(level: number): Expression | null {
    const signs = levels[level];
    if (!signs) return this.prefix();
    let left = this.binary(level + 1);
    while (left) {
      const sign = this.peek()?.text.toLowerCase() ?? '';
      if (!signs.includes(sign) || this.isText()) return left;
      this.index += 1;
      const right = this.binary(level + 1);
      if (!right) return null;
      left = { kind: 'binary', sign, left, right };
    }
    return null;
  }

  private prefix(): Expression | null {
    if (this.take('!')) return this.negated();
    if (this.take('-')) {
      const of = this.prefix();
      if (of?.kind === 'value' && typeof of.value === 'number') return { ...of, value: -of.value };
      // Dataview writes `-#tag` for what is not tagged.
      return of ? { kind: 'not', of } : null;
    }
    return this.postfix();
  }

  private negated(): Expression | null {
    const of = this.prefix();
    return of ? { kind: 'not', of } : null;
  }

  private postfix(): Expression | null {
    let expression = this.primary();
    while (expression) {
      if (this.take('.')) expression = this.member(expression);
      else if (this.take('[')) expression = this.subscript(expression);
      else if (expression.kind === 'field' && this.take('('))
        expression = this.call(expression.path);
      else return expression;
    }
    return null;
  }

  private member(of: Expression): Expression | null {
    const name = this.word();
    if (name === null) return null;
    if (this.take('(')) {
      const inputs = this.list(')');
      return inputs && { kind: 'call', name, of, inputs };
    }
    if (of.kind === 'field') return { kind: 'field', path: `${of.path}.${name}` };
    return { kind: 'call', name: `.${name}`, of, inputs: [] };
  }

  private subscript(of: Expression): Expression | null {
    const inputs = this.list(']');
    const [key] = inputs ?? [];
    if (inputs?.length !== 1 || !key) return null;
    if (of.kind === 'field' && key.kind === 'value' && typeof key.value === 'string') {
      return { kind: 'field', path: `${of.path}.${key.value}` };
    }
    return { kind: 'call', name: '[]', of, inputs };
  }

  private call(name: string): Expression | null {
    const inputs = this.list(')');
    return inputs && { kind: 'call', name, of: null, inputs };
  }

  private list(end: string): Expression[] | null {
    const items: Expression[] = [];
    while (!this.take(end)) {
      if (items.length > 0 && !this.take(',')) return null;
      const item = this.binary(0);
      if (!item) return null;
      items.push(item);
    }
    return items;
  }

  private primary(): Expression | null {
    const token = this.peek();
    if (!token) return null;
    this.index += 1;
    if (token.kind === 'text') return { kind: 'value', value: token.text };
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'link' || token.kind === 'tag')
      return { kind: token.kind, name: token.text };
    if (token.kind === 'word') return named(token.text);
    if (token.text === '[') {
      const items = this.list(']');
      return items && { kind: 'list', items };
    }
    if (token.text !== '(') return null;
    const inner = this.binary(0);
    return this.take(')') ? inner : null;
  }

  private word(): string | null {
    const token = this.peek();
    if (token?.kind !== 'word') return null;
    this.index += 1;
    return token.text;
  }

  private take(sign: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.index += 1;
    return true;
  }

  private peek(): Token | undefined {
    return this.tokens[this.index];
  }

  private isText(): boolean {
    const kind = this.peek()?.kind;
    return kind === 'text' || kind === 'link' || kind === 'tag';
  }
}

function named(word: string): Expression {
  const values: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
  const value = ownValue(values, word.toLowerCase());
  return value === undefined ? { kind: 'field', path: word } : { kind: 'value', value };
}
