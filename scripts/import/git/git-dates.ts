/** When notes were written and changed, by the history of the folder they lie in. */
import { join, posix, resolve } from 'node:path';
import type { Vault } from '../../../src/garden/note.ts';
import { digestOf, readTextIfAny, writeBytes } from '../../disk.ts';
import { counted } from '../../progress.ts';
import { type FileDates, History, historyFormat } from './history.ts';
import { askGit, changedFiles, type Repository, repositoryAt } from './repository.ts';

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
    const found = repository.shallow ? [] : await datesIn(repository, cache);
    for (const [path, known] of found) {
      dates.set(posix.join(folder, path).normalize('NFC'), known);
    }
  }
  return { dates, remark: remarkOn(dates.size, seen.size, isShallow) };
}

function remarkOn(files: number, repositories: number, isShallow: boolean): string {
  if (isShallow) return 'none: the clone is shallow, see fetch-depth';
  if (repositories === 0) return 'none: no git repository';
  return `${counted(files, 'file')} known to git`;
}

async function datesIn(repository: Repository, cache: string): Promise<Map<string, FileDates>> {
  const changed = await changedFiles(repository);
  const history = changed === null ? null : await historyOf(repository, cache);
  const dates = new Map(history);
  for (const path of changed ?? []) {
    const known = dates.get(path);
    if (known) dates.set(path, { ...known, modified: '' });
  }
  return dates;
}

type Entries = readonly (readonly [string, FileDates])[];

async function historyOf({ folder, head }: Repository, cache: string): Promise<Entries> {
  const place = join(cache, 'dates', `${digestOf(folder)}.json`);
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
