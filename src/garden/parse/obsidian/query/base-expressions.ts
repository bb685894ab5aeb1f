/** The formulas, filters and properties of one base as expressions. */
import type { Expression } from '../../../expression.ts';
import { ownValue } from '../../../own-value.ts';
import { rowItself } from './dataview.ts';
import { readExpression } from './expression.ts';
import { readTokens } from './tokens.ts';
import { unknownParts } from './unknown-parts.ts';

export class BaseExpressions {
  /** By name; null where one is not understood. */
  readonly formulas: Readonly<Record<string, Expression | null>>;
  /** What is not understood of each formula, by its name. */
  private readonly faults = new Map<string, readonly string[]>();

  constructor(sources: Readonly<Record<string, unknown>>) {
    const formulas = Object.entries(sources).map(([name, source]) => {
      const faults: string[] = [];
      const formula = this.read(String(source), faults);
      if (faults.length > 0) this.faults.set(name, faults);
      return [name, formula] as const;
    });
    this.formulas = Object.fromEntries(formulas);
  }

  /** An expression; what of it is not understood is added to `faults`, and it is null then. */
  read(source: string, faults: string[]): Expression | null {
    const tokens = readTokens(source, 'bases');
    const expression = typeof tokens === 'number' ? null : readExpression(tokens, 'bases');
    const found = expression
      ? [...unknownParts(expression, 'bases'), ...this.faultsBehind(source)]
      : [source.trim()];
    faults.push(...found);
    return found.length > 0 ? null : expression;
  }

  /** The value of a property as views name it: 'file.name', 'note.x', 'x' or 'formula.x'. */
  property(name: string, faults: string[]): Expression | null {
    const [, group = 'note', rest = name] = /^(file|note|formula)\.(.+)$/u.exec(name) ?? [];
    if (group === 'formula') return this.formula(rest, faults);
    if (group === 'note') return member('note', rest);
    if (rest === 'file' || rest === 'name' || rest === 'basename') return rowItself;
    const field = member('file', rest);
    const unknown = unknownParts(field, 'bases');
    faults.push(...unknown);
    return unknown.length > 0 ? null : field;
  }

  private formula(name: string, faults: string[]): Expression | null {
    if (ownValue(this.formulas, name)) return member('formula', name);
    const found = this.faults.get(name) ?? [];
    faults.push(found.length > 0 ? `formula.${name} (${found.join(', ')})` : `formula.${name}`);
    return null;
  }

  /** Formulas that an expression names and that are not understood. */
  private faultsBehind(source: string): string[] {
    return [...this.faults.keys()]
      .filter((name) => source.includes(`formula.${name}`) || source.includes(`formula["${name}"]`))
      .map((name) => `formula.${name}`);
  }
}

function member(of: string, name: string): Expression {
  return { kind: 'member', of: { kind: 'field', name: of }, name };
}
