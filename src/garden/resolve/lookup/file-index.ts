/** Files by path, as Obsidian looks them up: exact, relative, from the vault's root, by path suffix. */
import { compareText } from '../../diagnostic.ts';
import { folderOf, joinPath, lastSegment } from './name-key.ts';

/** The note that contains a link. */
export interface LinkOrigin {
  /** Path of the note that holds the link. */
  readonly path: string;
  /** Root of its vault. */
  readonly vault: string;
}

export interface FileMatch<File> {
  readonly found: File;
  /** All files that match, the best first. */
  readonly candidates: readonly File[];
}

interface Entry<File> {
  readonly file: File;
  readonly path: string;
}

export class FileIndex<File> {
  readonly #byPath = new Map<string, Entry<File>[]>();
  /** By vault and last segment. */
  readonly #byBase = new Map<string, Entry<File>[]>();

  /** A file under its path relative to the notes folder, without `.md` where it is a note. */
  add(file: File, path: string, vault: string): void {
    push(this.#byPath, caseFolded(path), { file, path });
    push(this.#byBase, `${vault}\n${caseFolded(lastSegment(path))}`, { file, path });
  }

  /** The file at `path` relative to the notes folder, in whatever case. */
  at(path: string | null): File | null {
    const entries = path === null ? undefined : this.#byPath.get(caseFolded(path));
    return (entries?.find((entry) => entry.path === path) ?? entries?.[0])?.file ?? null;
  }

  /**
   * The file that a link by path refers to. `./` and `../` start at the note, `/` at the vault's root.
   * A longer path is tried from the root (from the note first when `relative`), then as the end of a
   * path; a bare name is searched for in the whole vault. Of several the nearest folder wins, then the
   * shortest path, then the spelling, then the order of paths.
   */
  find(name: string, origin: LinkOrigin, relative: boolean): FileMatch<File> | null {
    const fromNote = /^\.\.?\//.test(name);
    const exact: (string | null)[] = [];
    if (fromNote || relative) exact.push(joinPath(folderOf(origin.path), name));
    if (!fromNote && name.includes('/')) exact.push(joinPath(origin.vault, name));
    for (const path of exact) {
      const found = this.at(path);
      if (found) return { found, candidates: [found] };
    }
    return fromNote || name.startsWith('/') ? null : this.byEnd(name, origin);
  }

  /** The file whose path ends in `name`, anywhere in the vault: the nearest of several. */
  byEnd(name: string, origin: LinkOrigin): FileMatch<File> | null {
    const wanted = caseFolded(name);
    const entries = this.#byBase.get(`${origin.vault}\n${lastSegment(wanted)}`) ?? [];
    const fitting = wanted.includes('/')
      ? entries.filter(({ path }) => `/${caseFolded(path)}`.endsWith(`/${wanted}`))
      : entries;
    if (fitting.length < 2) {
      const only = fitting[0];
      return only ? { found: only.file, candidates: [only.file] } : null;
    }
    const sorted = nearestFirst(fitting, origin.path, name).map(({ file }) => file);
    const [found] = sorted;
    return found === undefined ? null : { found, candidates: sorted };
  }
}

function nearestFirst<File>(
  entries: readonly Entry<File>[],
  from: string,
  name: string,
): Entry<File>[] {
  const folder = folderOf(from);
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry.path, folder, name) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || compareText(a.entry.path, b.entry.path));
  return ranked.map(({ entry }) => entry);
}

/** Folders up to the common one, folders down from it, length of the path, spelling. */
function rankOf(path: string, folder: string, name: string): number[] {
  const here = folder === '' ? [] : folder.split('/');
  const there = folderOf(path) === '' ? [] : folderOf(path).split('/');
  let common = 0;
  while (common < here.length && here[common] === there[common]) common++;
  const spelling = path.endsWith(name) ? 0 : 1;
  return [here.length - common, there.length - common, path.length, spelling];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const difference = rank - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function caseFolded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
