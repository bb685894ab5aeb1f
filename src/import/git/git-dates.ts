/** Dates of notes from the git history of the folder that holds them. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, posix, relative, resolve } from 'node:path';
import type { Vault } from '../../garden/note.ts';
import { codeVersion } from '../../system/code-version.ts';
import { counted } from '../../system/progress.ts';
import { type FileDates, History, historyFormat } from './history.ts';
import { keptHistory } from './kept-history.ts';
import { changedFiles, repositoryAt, runGit } from './repository.ts';

export interface GitDates {
  /** By path relative to the notes folder, NFC. Files that git does not know are not in it. */
  readonly dates: ReadonlyMap<string, FileDates>;
  /** Summary for the progress line. */
  readonly remark: string;
}

/**
 * Reads each history once: of the repository that contains the notes, and of those inside the vaults.
 * The result for a commit is kept in `cache`. Without history (no repository, no git, a shallow clone,
 * a file that was never committed) a note has no date: file times would differ on every machine. A
 * file with uncommitted changes has no date of modification.
 */
export async function readGitDates(
  notes: string,
  vaults: readonly Pick<Vault, 'root'>[],
  cache: string,
): Promise<GitDates> {
  const dates = new Map<string, FileDates>();
  const seen = new Set<string>();
  let isShallow = false;
  for (const folder of new Set(['', ...vaults.map(({ root }) => root)])) {
    const repository = await repositoryAt(resolve(notes, folder));
    if (repository === null || seen.has(repository.root)) continue;
    seen.add(repository.root);
    isShallow ||= repository.shallow;
    const inside = await placeIn(notes, repository.root);
    const place = resolve(notes, inside);
    const found = repository.shallow ? [] : await datesBelow(place, repository.head, cache);
    for (const [path, known] of found) {
      dates.set(posix.join(inside, path).normalize('NFC'), known);
    }
  }
  return { dates, remark: summaryOf(dates.size, seen.size, isShallow) };
}

/** Where a repository begins in the notes folder; '' when the notes folder is in it. */
async function placeIn(notes: string, root: string): Promise<string> {
  const path = relative(await realpath(notes), root).replaceAll('\\', '/');
  return path.startsWith('..') || isAbsolute(path) ? '' : path;
}

function summaryOf(files: number, repositories: number, isShallow: boolean): string {
  if (isShallow) return 'none: the clone is shallow, see fetch-depth';
  if (repositories === 0) return 'none: the notes are in no git repository';
  return `${counted(files, 'file')} in the git history`;
}

async function datesBelow(
  folder: string,
  head: string,
  cache: string,
): Promise<Map<string, FileDates>> {
  const changed = await changedFiles(folder);
  const dates = new Map(changed === null ? [] : await historyOf(folder, head, cache));
  for (const path of changed ?? []) {
    const known = dates.get(path);
    if (known) dates.set(path, { ...known, modified: '' });
  }
  return dates;
}

type Entries = readonly (readonly [string, FileDates])[];

async function historyOf(folder: string, head: string, cache: string): Promise<Entries> {
  const version = codeVersion(import.meta.resolve('./history.ts'));
  const found = await keptHistory({ kind: 'dates', cache, folder, head, version }, async () => {
    const history = new History();
    const command = ['log', ...historyFormat, '--relative', head, '--', '.'];
    const isRead = await runGit(folder, command, (piece) => history.read(piece));
    return isRead ? [...history.dates()] : null;
  });
  return found ?? [];
}
