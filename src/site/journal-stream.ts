/** Journals one below the other: the same HTML as on their own pages, without its ids. */
import type { NotePage } from '../garden/page.ts';
import { withBase } from './address.ts';

/** Days on a page of the stream. */
export const daysOfPage = 10;

/** The HTML of a day for a page with other days: fragments lead to the day's own page. */
export function dayHtml({ html, permalink }: Pick<NotePage, 'html' | 'permalink'>): string {
  const page = withBase(permalink);
  return outsideDrawings(html, (part) => part.replace(/(<[a-z][^<>]*?) id="[^"]*"/g, '$1')).replace(
    /(<a [^<>]*?)href="#/g,
    `$1href="${page}#`,
  );
}

/** HTML with `change` applied to what is outside of drawings, whose styles depend on their ids. */
function outsideDrawings(html: string, change: (part: string) => string): string {
  let depth = 0;
  return html
    .split(/(?=<svg\b)|(?<=<\/svg>)/)
    .map((part) => {
      if (part.startsWith('<svg')) depth += 1;
      const shown = depth > 0 ? part : change(part);
      if (part.endsWith('</svg>')) depth -= 1;
      return shown;
    })
    .join('');
}
