/** Names and fixed values in expressions. */
import { readWikiReference } from '../wiki-link/reference.ts';
import type { Expression } from './expression.ts';

/** Facts of files that the garden has; others, such as `file.size`, are unknown. */
const fileFields = new Set(
  ['name', 'basename', 'path', 'folder', 'ctime', 'cday', 'mtime', 'mday', 'day', 'aliases'].map(
    (name) => `file.${name}`,
  ),
);

/** The property that a field names, or null for facts that the garden does not have. */
export function propertyKey(path: string): string | null {
  const plain = path.replace(/^rows\./u, '').replace(/^note\./u, '');
  if (/^(?:this|formula)(?:\.|$)/u.test(plain)) return null;
  if (!plain.startsWith('file.')) return plain;
  return fileFields.has(plain) ? plain : null;
}

/** A constant as text; `date("…")` and `link("…")` are the text in them. */
export function textOf(expression: Expression): string | null {
  if (expression.kind === 'value')
    return expression.value === null ? null : String(expression.value);
  if (expression.kind === 'link') return readWikiReference(expression.name).name;
  if (expression.kind === 'tag') return expression.name;
  if (expression.kind !== 'call' || expression.of) return null;
  const [only, ...others] = expression.inputs;
  if (!only || others.length > 0 || !['date', 'link', 'string'].includes(expression.name))
    return null;
  const text = textOf(only);
  return expression.name === 'date' && !/^\d{4}-\d{2}/u.test(text ?? '') ? null : text;
}
