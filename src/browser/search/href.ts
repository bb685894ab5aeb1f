/** Links of search. */

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Href of a page or a fragment of it; `query` is highlighted there. */
export function hrefOf(permalink: string, query: string, fragment = ''): string {
  // Two slashes at the start would name a host.
  const path = encodeURI(base + permalink)
    .replace(/^\/{2,}/, '/')
    .replace(/[?#]/g, encodeURIComponent);
  const search = query === '' ? '' : `?q=${encodeURIComponent(query)}`;
  return path + search + (fragment === '' ? '' : `#${encodeURIComponent(fragment)}`);
}

/** Href of the search page for a query. */
export function searchHref(query: string, filters: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams({ q: query, ...filters });
  return `${base}/search/${query === '' && Object.keys(filters).length === 0 ? '' : `?${parameters}`}`;
}
