/** Finds what an expression asks for that the garden cannot answer, so that a notice can name it. */
import {
  basesGlobals,
  basesMethods,
  dataviewFunctions,
  type Expression,
  type ExpressionLanguage,
  fileFacts,
} from '../../../expression.ts';

const names = {
  dataview: new Set(dataviewFunctions),
  globals: new Set(basesGlobals),
  methods: new Set(basesMethods),
};

/** Functions and facts of files that are not known, as they are written: `file.size`, `csv()`. */
export function unknownParts(expression: Expression, language: ExpressionLanguage): string[] {
  const own = ownFault(expression, language);
  const inner = partsOf(expression).flatMap((part) => unknownParts(part, language));
  return own === null ? inner : [own, ...inner];
}

function ownFault(expression: Expression, language: ExpressionLanguage): string | null {
  if (expression.kind === 'call') return callFault(expression, language);
  if (expression.kind !== 'member' || !isFile(expression.of)) return null;
  return fileFacts[language].includes(expression.name) ? null : `file.${expression.name}`;
}

/** In Dataview `.where(…)` and the like are of its JavaScript. */
function callFault(
  { name, of }: Extract<Expression, { kind: 'call' }>,
  language: ExpressionLanguage,
): string | null {
  const isKnown =
    language === 'dataview'
      ? of === null && names.dataview.has(name.toLowerCase())
      : (of === null ? names.globals : names.methods).has(name);
  return isKnown ? null : `${name}()`;
}

/** `file`, `this.file`, `rows.file` and `[[Note]].file`. */
function isFile(expression: Expression): boolean {
  if (expression.kind === 'field') return expression.name === 'file';
  return expression.kind === 'member' && expression.name === 'file';
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'member':
    case 'not':
    case 'negative':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(([, value]) => value);
    case 'binary':
      return [expression.left, expression.right];
    case 'lambda':
      return [expression.body];
    case 'call':
      return expression.of ? [expression.of, ...expression.inputs] : expression.inputs;
    default:
      return [];
  }
}
