/** Words that render adds, which are no text of the note. */
import type { Element } from 'hast';
import '../hast-data.ts';

/** The same element, left out of search, reading time and description. */
export function unsearched(element: Element): Element {
  element.data = { ...element.data, unsearched: true };
  return element;
}
