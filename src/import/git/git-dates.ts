/** When notes were written and changed, by the history of the folder they lie in. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import type { Vault } from '../../garden/note.ts';
import { digestOf, readTextIfAny, writeBytes } from '../../system/disk.ts';
import { counted } from '../../system/progress.ts';
import { type FileDates, History, historyFormat } from './history.ts';
import { askGit, changedFiles, repositoryAt } from './repository.ts';

export interface GitDates {
  /** By path relative to the notes folder, NFC. Files that git does not know are not in it. */
  readonly dates: ReadonlyMap<string, FileDates>;
  /** What a person should know of it, for the line on progress. */
  readonly remark: string;
}

/**
 * Reads each history once: of the repository that the notes lie in, and of those that vaults bring
 * with them. A commit's answer is kept in `cache`. Where git does not know (no repository, no git, a
 * shallow clone, a file that was never committed) there is no date: the clock would give one note
 * other bytes each time. Of a file that differs from the last commit nobody knows when it changed.
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
  return { dates, remark: remarkOn(dates.size, seen.size, isShallow) };
}

/** Where a repository begins in the notes folder; '' when the notes folder lies in it. */
async function placeIn(notes: string, root: string): Promise<string> {
  const path = relative(await realpath(notes), root).replaceAll('\\', '/');
  return path.startsWith('..') || isAbsolute(path) ? '' : path;
}

function remarkOn(files: number, repositories: number, isShallow: boolean): string {
  if (isShallow) return 'none: the clone is shallow, see fetch-depth';
  if (repositories === 0) return 'none: git knows no history of the notes';
  return `${counted(files, 'file')} known to git`;
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

/** To be raised when the same history would be read otherwise. */
const reading = 1;

type Entries = readonly (readonly [string, FileDates])[];

async function historyOf(folder: string, head: string, cache: string): Promise<Entries> {
  const place = join(cache, 'dates', `${digestOf(folder, String(reading))}.json`);
  const kept = readKept(await readTextIfAny(place));
  if (kept?.head === head) return kept.dates;
  const history = new History();
  const command = ['log', ...historyFormat, '--relative', head, '--', '.'];
  if (!(await askGit(folder, command, (piece) => history.read(piece)))) return [];
  const dates = [...history.dates()];
  await writeBytes(place, JSON.stringify({ head, dates }));
  return dates;
}

function readKept(text: string | null): { readonly head: string; readonly dates: Entries } | null {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
