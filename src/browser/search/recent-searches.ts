/** What a reader searched for lately: kept in the browser, never sent anywhere. */

const key = 'searches';
const most = 6;

export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const typed = query.trim();
  if (typed === '') return;
  const others = recentSearches().filter((known) => known !== typed);
  write([typed, ...others].slice(0, most));
}

export function forgetSearches(): void {
  write([]);
}

function write(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // Private windows may refuse: then nothing is remembered.
  }
}
