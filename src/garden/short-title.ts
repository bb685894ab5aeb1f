/**
 * The title without the namespace above the page: '6.824' for 'mit/6.824' below 'mit'. `ancestors` are the
 * last parts of the titles above, outermost first. A '/' in another title is part of it: 'TCP/IP', or
 * the date of a journal.
 */
export function shortTitle(title: string, ancestors: readonly string[] = []): string {
  const prefix = `${ancestors.join('/')}/`;
  return title.startsWith(prefix) ? title.slice(prefix.length) : title;
}
