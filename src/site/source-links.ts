/** Addresses of where the source of a note is kept, as the owner's patterns have them. */

/** The pattern with the note's path (below the notes folder) in place of `{path}`, percent-encoded. */
export function sourceAddress(pattern: string, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return pattern.replaceAll('{path}', () => encoded);
}
