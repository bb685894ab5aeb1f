/** How names are compared, and the parts of paths. */

/** Two names are equal if their keys are: NFC, lower case, no slash at either end. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/^\/|\/$/g, '')
    .toLowerCase();
}

/** 'a/b/c' → 'a/b'; 'c' → ''. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** 'a/b/c' → 'c'. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Path of a note as links write it: 'a/b.md' → 'a/b'. */
export function withoutNoteExtension(path: string): string {
  return path.replace(/\.(?:mdx?|markdown)$/i, '');
}

/** 'a/b' and '../c' → 'a/c'; null when the path leaves the notes folder. */
export function joinPath(folder: string, path: string): string | null {
  if (!/(?:^|\/)(?:\.{0,2}\/|\.{0,2}$)/.test(path))
    return folder === '' ? path : `${folder}/${path}`;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Path below `folder`: 'vault/a/b' in 'vault' → 'a/b'. */
export function pathIn(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
