/** The aliases of a note that are names of it, and not addresses that it once had. */
import type { Note } from '../../note.ts';

/**
 * The aliases that a reader is shown. Obsidian redirects an alias that is a whole path (its help,
 * “Permalinks”); a name such as `TCP/IP` is no path.
 */
export function shownAliases({ aliases, dialect, name }: Note): readonly string[] {
  if (dialect !== 'obsidian') return aliases;
  const own = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return aliases.filter((alias) => {
    if (!alias.includes('/')) return true;
    const parts = alias.split('/');
    const isPath =
      parts.length > 2 || parts.some((part) => part === '' || /\S\s+\S|\.md$/.test(part));
    return !isPath && parts.at(-1)?.toLowerCase() !== own;
  });
}
