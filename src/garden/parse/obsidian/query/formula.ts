/** Converts expressions into formulas that the garden can compute. */
import { type Formula, type FormulaFunction, formulaKey } from '../../../formula.ts';
import { ownValue } from '../../../own-value.ts';
import type { Expression } from './expression.ts';
import { propertyKey, textOf } from './keys.ts';

/** Formulas of a base by name; Dataview has none. */
export type NamedFormulas = ReadonlyMap<string, Expression | null>;

/** The key of a column, sort or group: of a property, or of a formula. Null for unsupported expressions. */
export function keyOf(expression: Expression, named: NamedFormulas = new Map()): string | null {
  if (expression.kind === 'field') {
    const key = titleKey(expression.path) ?? propertyKey(expression.path);
    if (key !== null && partOf(key) === null) return key;
  }
  const formula = formulaFrom(expression, named);
  return formula && formulaKey(formula);
}

/** The formula that an expression is; null for unsupported expressions. */
export function formulaFrom(expression: Expression, named: NamedFormulas): Formula | null {
  return formulaOf(expression, named, 0);
}

function titleKey(path: string): string | null {
  const plain = path.replace(/^rows\./u, '');
  if (plain === 'file.link' || plain === 'file.file') return 'title';
  return plain === 'file.tags' || plain === 'file.etags' ? 'tags' : null;
}

/** Maximum depth of formulas inside formulas, which may refer to each other in a cycle. */
const maxDepth = 12;

function formulaOf(expression: Expression, named: NamedFormulas, depth: number): Formula | null {
  if (depth > maxDepth) return null;
  const inner = (of: Expression): Formula | null => formulaOf(of, named, depth + 1);
  switch (expression.kind) {
    case 'value':
      return expression;
    case 'link':
    case 'tag':
      return { kind: 'value', value: textOf(expression) };
    case 'field':
      return fieldFormula(expression.path, named, depth);
    case 'list': {
      const items = all(expression.items.map(inner));
      return items && { kind: 'list', items };
    }
    case 'not':
      return callFormula('not', [inner(expression.of)]);
    case 'binary': {
      const name = ownValue(signs, expression.sign);
      return name ? callFormula(name, [inner(expression.left), inner(expression.right)]) : null;
    }
    case 'call': {
      const name = ownValue(functions, expression.name.toLowerCase());
      const inputs = expression.of ? [expression.of, ...expression.inputs] : expression.inputs;
      return name ? callFormula(name, inputs.map(inner)) : null;
    }
  }
}

function all(formulas: readonly (Formula | null)[]): Formula[] | null {
  const known = formulas.filter((formula) => formula !== null);
  return known.length === formulas.length ? known : null;
}

function callFormula(name: FormulaFunction, inputs: readonly (Formula | null)[]): Formula | null {
  const known = all(inputs);
  return known && { kind: 'call', name, inputs: known };
}

function fieldFormula(path: string, named: NamedFormulas, depth: number): Formula | null {
  const part = partOf(path);
  if (part) {
    const of = fieldFormula(part.path, named, depth + 1);
    return callFormula(part.name, [of]);
  }
  const name = /^formula\.(.+)$/u.exec(path)?.[1];
  if (name !== undefined) {
    const formula = named.get(name);
    return formula ? formulaOf(formula, named, depth + 1) : null;
  }
  const key = titleKey(path) ?? propertyKey(path);
  return key === null ? null : { kind: 'field', key };
}

/** `created.year` is a part of a property, not a property. */
function partOf(path: string): { path: string; name: FormulaFunction } | null {
  const match = /^(.+)\.(year|month|day|length)$/u.exec(path);
  if (!match || match[1] === 'file' || match[1] === 'note') return null;
  return { path: match[1] ?? '', name: match[2] as FormulaFunction };
}

const signs: Readonly<Record<string, FormulaFunction>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  and: 'and',
  '&&': 'and',
  or: 'or',
  '||': 'or',
};

const functions: Readonly<Record<string, FormulaFunction>> = {
  if: 'if',
  choice: 'if',
  default: 'default',
  number: 'number',
  string: 'string',
  tostring: 'string',
  length: 'length',
  '.length': 'length',
  lower: 'lower',
  upper: 'upper',
  round: 'round',
  tofixed: 'fixed',
  min: 'min',
  max: 'max',
  join: 'join',
  contains: 'contains',
  isempty: 'empty',
  list: 'list',
  unique: 'unique',
};
