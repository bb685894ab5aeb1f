/** Comparison of property values: lists by their members, links by their names, numbers by size. */
import { compareText } from '../../diagnostic.ts';
import type { PropertyValue } from '../../note.ts';

/** Single values of a property as plain text: lists are flattened, brackets and '#' removed. */
export function plainValues(value: PropertyValue): string[] {
  if (value === null) return [];
  if (typeof value === 'object') return value.flatMap(plainValues);
  return [plainText(String(value))];
}

/** `[[a/b|c]]` → 'a/b', `#tag` → 'tag', `"x"` → 'x'; in lower case. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/^#?\[\[([^\]|]*)(?:\|[^\]]*)?\]\]$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^#/, '')
    .trim()
    .toLowerCase();
}

/** Order of two single values: numbers by size, other text by code units. */
export function compareValues(a: string, b: string): number {
  const [numberA, numberB] = [numberOf(a), numberOf(b)];
  if (numberA !== null && numberB !== null) return numberA - numberB;
  return compareText(a, b);
}

function numberOf(text: string): number | null {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}
