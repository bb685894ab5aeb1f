/** Properties with one or several texts as value. */
import type { PropertyValue } from '../../note.ts';

/**
 * The texts of a value: of a list its items, of a single text the parts between `divider`s. Empty and
 * null items are left out, numbers become text, duplicates are left out.
 */
export function textList(value: PropertyValue | undefined, divider: RegExp = /,/u): string[] {
  return [...new Set(texts(value, divider).map((text) => text.trim()))].filter(
    (text) => text !== '',
  );
}

function texts(value: PropertyValue | undefined, divider: RegExp): string[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap((item: PropertyValue) => texts(item, /(?!)/u));
  return typeof value === 'string' ? value.split(divider) : [String(value)];
}

/** A value as one line of text; '' for a list or nothing. */
export function textOf(value: PropertyValue | undefined): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
