/** Marks text that render adds and that is not text of the note. */
import type { Element } from 'hast';
import '../hast-data.ts';

/** Excludes the element from search, reading time and description. */
export function notSearched(element: Element): Element {
  element.data = { ...element.data, unsearched: true };
  return element;
}
