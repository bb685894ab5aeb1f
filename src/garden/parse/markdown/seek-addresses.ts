/** Spares texts without addresses the search for some that GFM makes links of. */
import type { Processor } from 'unified';

/**
 * What every address has: `@`, `://` or `www`, or a character reference or an escape that may stand for
 * a part of it.
 */
const signs = /[@&\\]|:\/\/|www/iu;

/**
 * Leaves out GFM's search of the finished texts where the source has no address, mail address or XMPP
 * address: it visits every text of a note with three expressions. Used right after GFM, whose other
 * extensions have no transforms.
 */
export function seekAddresses(this: Processor, source: string): void {
  if (signs.test(source)) return;
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension);
}
