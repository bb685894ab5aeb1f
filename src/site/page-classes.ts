/**
 * Classes that tell the styles what a page has. Styles could ask for it with `:has()`, but a browser then
 * computes the style of the whole page again whenever something in it is hidden or shown.
 */
import type { NotePage } from '../garden/page.ts';

/** The classes of a note's page, for its root element. */
export function pageClasses({ contents, html }: Pick<NotePage, 'contents' | 'html'>): string[] {
  return [
    // A single heading is no table of contents.
    ...(contents.length > 1 ? ['has-contents'] : []),
    ...(html.includes('class="footnotes"') ? ['has-footnotes'] : []),
  ];
}
