/** Texts of a note's properties that former programs made addresses of. */
import type { Note, PropertyValue } from '../../../note.ts';

/** The first property with one of the keys, as written in any case. */
export function propertyOf(
  { properties }: Pick<Note, 'properties'>,
  ...keys: string[]
): PropertyValue {
  const found = keys.map((key) => properties.find((each) => each.key.toLowerCase() === key));
  return found.find((each) => each !== undefined && each.value !== null)?.value ?? null;
}

/** A single text or number; '' for lists, maps and nothing. */
export function textOfValue(value: PropertyValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The texts of a list, or of a single text, which `divider` divides. */
export function textsOfValue(value: PropertyValue, divider: RegExp = /(?!)/u): string[] {
  const items = Array.isArray(value) ? value.flat(3) : textOfValue(value).split(divider);
  return items.map((item) => textOfValue(item as PropertyValue)).filter((text) => text !== '');
}

/**
 * The categories of a note in plain text: `categories: [a, b]`, `categories: a b` as Jekyll divides it, or
 * `category: a b`, which is one. Links to notes are no categories.
 */
export function categoriesOf(note: Pick<Note, 'properties'>, dividesText: boolean): string[] {
  const many = textsOfValue(propertyOf(note, 'categories'), dividesText ? /\s+/u : /(?!)/u);
  const found = many.length > 0 ? many : textsOfValue(propertyOf(note, 'category'));
  return [...new Set(found)].filter((name) => !/\[\[|\]\(/u.test(name));
}
