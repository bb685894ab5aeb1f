/** The local graph of a page. */
import type { Garden } from '../../garden.ts';
import type { NotePage } from '../../page.ts';

/** The field `near` of the page of this note; nothing where it is not in the graph. */
export function nearPages(garden: Garden, id: string): Pick<NotePage, 'near'> {
  const near = garden.near?.get(id);
  return near === undefined ? {} : { near };
}
