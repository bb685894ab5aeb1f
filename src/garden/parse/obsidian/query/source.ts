/** Dataview's FROM (its documentation, “Sources”): tags, folders, links, and their combinations. */
import type { Expression, QuerySource } from '../../../expression.ts';
import { readWikiReference } from '../wiki-link/reference.ts';
import { readExpression } from './expression.ts';
import type { Token } from './tokens.ts';

/** The source, or null where the tokens are none. */
export function readSource(tokens: readonly Token[]): QuerySource | null {
  const expression = readExpression(tokens, 'dataview');
  return expression && sourceOf(expression);
}

function sourceOf(expression: Expression): QuerySource | null {
  switch (expression.kind) {
    case 'tag':
      return { kind: 'tag', name: expression.name };
    case 'value':
      return typeof expression.value === 'string' ? folder(expression.value) : null;
    case 'link':
      return { kind: 'links', name: nameIn(expression.name), outgoing: false };
    case 'not':
    case 'negative': {
      const of = sourceOf(expression.of);
      return of && { kind: 'not', of };
    }
    case 'call': {
      const [of, ...others] = expression.inputs;
      const isLink = of?.kind === 'link' && others.length === 0 && expression.of === null;
      if (!isLink || !/^(?:outgoing|incoming)$/iu.test(expression.name)) return null;
      const outgoing = expression.name.toLowerCase() === 'outgoing';
      return { kind: 'links', name: nameIn(of.name), outgoing };
    }
    case 'binary':
      return combined(expression);
    default:
      return null;
  }
}

function folder(path: string): QuerySource {
  return { kind: 'folder', path: path === '/' ? '' : path };
}

/** `[[]]` and `[[#]]` are the note with the query. */
function nameIn(link: string): string {
  return readWikiReference(link).name.replace(/^#$/u, '');
}

function combined({
  sign,
  left,
  right,
}: Extract<Expression, { kind: 'binary' }>): QuerySource | null {
  const [a, b] = [sourceOf(left), sourceOf(right)];
  if (!a || !b) return null;
  if (sign === 'and' || sign === 'or') return { kind: sign, of: [a, b] };
  // `#a -#b` without a word between them leaves out, too.
  return sign === '-' ? { kind: 'and', of: [a, { kind: 'not', of: b }] } : null;
}
