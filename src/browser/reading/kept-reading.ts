/** What a reader has read, kept in the browser and never sent. Without storage nothing is kept. */

/** A note that was begun. */
export interface Begun {
  readonly path: string;
  readonly title: string;
  /** Fragment of the last heading above what was in view; '' at the beginning. */
  readonly fragment: string;
}

interface KeptReading {
  /** Paths of the notes that are marked as read. */
  readonly read: readonly string[];
  /** Notes that were begun, the last one first. */
  readonly begun: readonly Begun[];
}

const storageKey = 'reading';
/** More notes than anybody continues. */
const maxBegun = 5;

function isBegun(value: unknown): value is Begun {
  if (typeof value !== 'object' || value === null) return false;
  return ['path', 'title', 'fragment'].every((key) => typeof Reflect.get(value, key) === 'string');
}

function arrayOf(kept: unknown, key: string): readonly unknown[] {
  const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, key) : null;
  return Array.isArray(value) ? value : [];
}

/** What is kept; what is damaged is left out. */
export function keptReading(): KeptReading {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return {
      read: arrayOf(kept, 'read').filter((path) => typeof path === 'string'),
      begun: arrayOf(kept, 'begun').filter(isBegun),
    };
  } catch {
    return { read: [], begun: [] };
  }
}

function keep(reading: KeptReading): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(reading));
  } catch {
    // Storage may be blocked, as in private windows.
  }
}

/** Marks a note as read or not; what is read is not to be continued. */
export function markRead(path: string, isRead: boolean): void {
  const { read, begun } = keptReading();
  const others = read.filter((other) => other !== path);
  keep({
    read: isRead ? [...others, path] : others,
    begun: begun.filter((note) => !isRead || note.path !== path),
  });
}

/** Keeps where a note was left; null forgets that it was begun. */
export function keepPlace(path: string, place: Omit<Begun, 'path'> | null): void {
  const { read, begun } = keptReading();
  const others = begun.filter((note) => note.path !== path);
  keep({ read, begun: place ? [{ path, ...place }, ...others].slice(0, maxBegun) : others });
}
