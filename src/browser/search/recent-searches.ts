/** Recent searches, stored in the browser and never sent anywhere. */

const key = 'searches';
const maxCount = 6;

/** Recent searches, the last one first. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

/** Adds a search that was used. */
export function rememberSearch(query: string): void {
  const typed = query.trim();
  if (typed === '') return;
  const others = recentSearches().filter((known) => known !== typed);
  write([typed, ...others].slice(0, maxCount));
}

export function clearSearches(): void {
  write([]);
}

function write(queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(queries));
  } catch {
    // Storage may be blocked, as in private windows.
  }
}
