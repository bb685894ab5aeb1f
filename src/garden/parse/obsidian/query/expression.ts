/** Expressions of Dataview and of bases: one grammar, because they differ only in a few signs. */
import type { BinarySign, Expression, ExpressionLanguage } from '../../../expression.ts';
import { ownValue } from '../../../own-value.ts';
import { basesLambdas, dateWords, levels, named, signNames } from './grammar.ts';
import type { Token } from './tokens.ts';

/** A longer expression could nest deeper than its readers can follow. */
const maxTokens = 500;

/** Reads a whole list of tokens as one expression; null where they are not one. */
export function readExpression(
  tokens: readonly Token[],
  language: ExpressionLanguage,
): Expression | null {
  if (tokens.length > maxTokens) return null;
  const parser = new ExpressionParser(tokens, language);
  const expression = parser.binary(0);
  return parser.isDone ? expression : null;
}

class ExpressionParser {
  private index = 0;
  private readonly tokens: readonly Token[];
  private readonly language: ExpressionLanguage;

  constructor(tokens: readonly Token[], language: ExpressionLanguage) {
    this.tokens = tokens;
    this.language = language;
  }

  get isDone(): boolean {
    return this.index === this.tokens.length;
  }

  binary(level: number): Expression | null {
    const signs = levels[level];
    if (!signs) return this.prefix();
    let left = this.binary(level + 1);
    while (left) {
      const token = this.peek();
      const sign = token?.kind === 'sign' || token?.kind === 'word' ? token.text.toLowerCase() : '';
      if (!signs.includes(sign)) return left;
      this.index += 1;
      const right = this.binary(level + 1);
      if (!right) return null;
      left = {
        kind: 'binary',
        sign: ownValue(signNames, sign) ?? (sign as BinarySign),
        left,
        right,
      };
    }
    return null;
  }

  private prefix(): Expression | null {
    const kind = this.take('!') ? 'not' : this.take('-') ? 'negative' : null;
    if (kind === null) return this.postfix();
    const of = this.prefix();
    if (kind === 'negative' && of?.kind === 'value' && typeof of.value === 'number') {
      return { ...of, value: -of.value };
    }
    return of && { kind, of };
  }

  private postfix(): Expression | null {
    let expression = this.primary();
    while (expression) {
      if (this.take('.')) expression = this.member(expression);
      else if (this.take('[')) expression = this.subscript(expression);
      else if (expression.kind === 'field' && this.take('(')) {
        expression = this.call(expression.name);
      } else return expression;
    }
    return null;
  }

  private member(of: Expression): Expression | null {
    const name = this.word();
    if (name === null) return null;
    if (!this.take('(')) return { kind: 'member', of, name };
    const inputs = this.list(')');
    return inputs && { kind: 'call', name, of, inputs: this.withLambda(name, inputs) };
  }

  /** The expression of `list.map(value + 1)` as a lambda. */
  private withLambda(name: string, inputs: readonly Expression[]): readonly Expression[] {
    const names = this.language === 'bases' ? ownValue(basesLambdas, name) : undefined;
    const [body, ...rest] = inputs;
    return names && body ? [{ kind: 'lambda', names, body }, ...rest] : inputs;
  }

  private subscript(of: Expression): Expression | null {
    const [key, ...others] = this.list(']') ?? [];
    if (!key || others.length > 0) return null;
    const isName = key.kind === 'value' && typeof key.value === 'string';
    return isName ? { kind: 'member', of, name: String(key.value) } : { kind: 'index', of, key };
  }

  private call(name: string): Expression | null {
    const literal = this.language === 'dataview' ? this.dateLiteral(name.toLowerCase()) : null;
    if (literal) return literal;
    const inputs = this.list(')');
    return inputs && { kind: 'call', name, of: null, inputs };
  }

  /** Dataview's `date(today)`, `date(2024-01-01)` and `dur(2 days, 3 hours)`, whose words stand bare. */
  private dateLiteral(name: string): Expression | null {
    if (name !== 'date' && name !== 'dur') return null;
    const rest = this.tokens.slice(this.index);
    const end = rest.findIndex(({ kind, text }) => kind === 'sign' && text === ')');
    const inside = rest.slice(0, end);
    const kinds = inside.map(({ kind, text }) => (kind === 'sign' ? text : kind)).join(' ');
    const isLiteral =
      name === 'dur'
        ? /^number word(?: ,? ?number word)*$/u.test(kinds)
        : kinds === 'date' || (kinds === 'word' && dateWords.test(inside[0]?.text ?? ''));
    if (end < 0 || !isLiteral) return null;
    this.index += end + 1;
    const value = inside.map(({ text }) => text).join(' ');
    return { kind: 'call', name, of: null, inputs: [{ kind: 'value', value }] };
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
    switch (token.kind) {
      case 'text':
      case 'date':
        return { kind: 'value', value: token.text };
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'link':
      case 'embed':
        return { kind: 'link', name: token.text, embed: token.kind === 'embed' };
      case 'tag':
        return { kind: 'tag', name: token.text };
      case 'regex': {
        const [flags = '', ...source] = token.text.split('/');
        return { kind: 'regex', source: source.join('/'), flags };
      }
      case 'word':
        return named(token.text);
      case 'sign':
        return this.opened(token.text);
    }
  }

  private opened(sign: string): Expression | null {
    if (sign === '[') {
      const items = this.list(']');
      return items && { kind: 'list', items };
    }
    if (sign === '{') return this.object();
    if (sign !== '(') return null;
    const lambda = this.lambda();
    if (lambda) return lambda;
    const inner = this.binary(0);
    return this.take(')') ? inner : null;
  }

  /** `(x, y) => …`; the bracket is read. */
  private lambda(): Expression | null {
    const start = this.index;
    const names: string[] = [];
    while (!this.take(')')) {
      const name = names.length > 0 && !this.take(',') ? null : this.word();
      if (name === null) {
        this.index = start;
        return null;
      }
      names.push(name);
    }
    if (!this.take('=>')) {
      this.index = start;
      return null;
    }
    const body = this.binary(0);
    return body && { kind: 'lambda', names, body };
  }

  private object(): Expression | null {
    const entries: [string, Expression][] = [];
    while (!this.take('}')) {
      if (entries.length > 0 && !this.take(',')) return null;
      const key = this.peek();
      this.index += 1;
      if ((key?.kind !== 'text' && key?.kind !== 'word') || !this.take(':')) return null;
      const value = this.binary(0);
      if (!value) return null;
      entries.push([key.text, value]);
    }
    return { kind: 'object', entries };
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
}
