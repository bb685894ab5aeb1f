/**
 * Keys that a reader's password gave, for this tab and until it is closed: pages with one password are
 * opened once. The password itself is not kept.
 */

const prefix = 'lock ';

export interface KnownKey {
  readonly key: string;
  /** Permalinks of the pages that it opens. */
  readonly pages: readonly string[];
}

/** The key for a salt, or null. */
export function knownKey(salt: string): KnownKey | null {
  return read(prefix + salt);
}

/** All keys of this tab. */
export function knownKeys(): readonly KnownKey[] {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
    return names.map(read).filter((known) => known !== null);
  } catch {
    return [];
  }
}

export function rememberKey(salt: string, known: KnownKey): void {
  try {
    sessionStorage.setItem(prefix + salt, JSON.stringify(known));
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}

export function forgetKey(salt: string): void {
  try {
    sessionStorage.removeItem(prefix + salt);
  } catch {
    // Nothing was kept.
  }
}

function read(name: string): KnownKey | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as KnownKey | null;
  } catch {
    return null;
  }
}
