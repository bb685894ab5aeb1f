/** The command `check`: what is wrong in the notes, all of it or what a change made so. */
import { relative, resolve } from 'node:path';
import { type Diagnostic, distinctDiagnostics, severityOf } from '../../garden/diagnostic.ts';
import type { CheckedNotes } from '../../import/check-notes.ts';
import { diagnosticChanges } from '../../import/diagnostic-changes.ts';
import { withFolderLocks } from '../../system/folder-lock.ts';
import { noProgress } from '../../system/progress.ts';
import { claimFolders } from '../claim-folders.ts';
import { engineVersion } from '../engine-version.ts';
import { foldersOf, type SiteFolders } from '../folders.ts';
import { keepCodeIn } from '../own-folders.ts';
import { repositoryPlace } from '../repository-place.ts';
import type { Changes } from './changed-since.ts';
import { type CheckOptions, readCheckOptions } from './check-options.ts';
import { checkVersion, checkWorkingNotes } from './check-version.ts';
import {
  type CheckResult,
  formatAnnotations,
  formatByCode,
  formatByNote,
  formatJson,
  summaryOf,
} from './format-check.ts';

/**
 * Prints the diagnostics of the notes. @returns 1 where one is at least as severe as `--fail-on`.
 * @throws UsageError
 */
export async function check(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const start = performance.now();
  const options = readCheckOptions(args);
  const folders = foldersOf(environment);
  const { notes, cache } = folders;
  await claimFolders({ notes, outputs: [{ kind: 'cache', path: cache }], force: false });
  keepCodeIn(cache);
  const found = await withFolderLocks([cache], {}, () => examine(options, folders, environment));
  const diagnostics = found.diagnostics.filter(({ path }) => isWanted(path, options.paths, notes));
  const ms = Math.round(performance.now() - start);
  await print({ diagnostics, notes: found.notes, ms }, options, notes);
  return diagnostics.some((each) => fails(each, options.failOn)) ? 1 : 0;
}

async function examine(
  options: CheckOptions,
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
): Promise<Omit<CheckResult, 'ms'>> {
  const place = { folders, environment, progress: noProgress };
  const checked: CheckedNotes = options.staged
    ? await checkVersion({ kind: 'staged' }, 'staged', place)
    : await checkWorkingNotes(place);
  const notes = checked.garden.publishing.size;
  const outside = options.external ? await outsideDiagnostics(checked, options, folders) : [];
  const diagnostics = distinctDiagnostics([...checked.diagnostics, ...outside]);
  if (options.base === null) return { diagnostics, notes };
  const { changedSince } = await import('./changed-since.ts');
  const changes = await changedSince(options.base, options.staged, place);
  return { diagnostics: madeBy(changes, diagnostics), notes };
}

/** Dead addresses of other sites. What asks them is loaded only here: most checks are of notes alone. */
async function outsideDiagnostics(
  checked: CheckedNotes,
  { archive }: CheckOptions,
  { cache }: SiteFolders,
): Promise<readonly Diagnostic[]> {
  const { addressDiagnostics } = await import('./addresses/address-diagnostics.ts');
  return addressDiagnostics(checked, { cache, archive, now: Date.now() });
}

/** Diagnostics of notes that changed, and those of other notes which were not there before. */
function madeBy({ paths, before }: Changes, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { made } = diagnosticChanges(before, diagnostics);
  const wanted = new Set(made);
  return diagnostics.filter((each) => paths.has(each.path) || wanted.has(each));
}

/** Whether a note is named by one of the arguments: as a path, or as a folder above it. */
function isWanted(path: string, wanted: readonly string[], notes: string): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((named) => {
    const places = [relative(notes, named).replaceAll('\\', '/'), named.replace(/\/$/, '')];
    return places.some((place) => place === '' || place === path || path.startsWith(`${place}/`));
  });
}

const severities = ['info', 'warning', 'error'];

function fails(diagnostic: Diagnostic, failOn: CheckOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return severities.indexOf(severityOf(diagnostic)) >= severities.indexOf(failOn);
}

async function print(
  result: CheckResult,
  { format, by }: CheckOptions,
  notes: string,
): Promise<void> {
  const prefix = repositoryPlace(resolve(notes));
  const texts = {
    text: () => (by === 'code' ? formatByCode(result) : formatByNote(result)),
    json: () => formatJson(result),
    github: () => formatAnnotations(result, prefix),
    sarif: async () => {
      const { formatSarif } = await import('./sarif.ts');
      return formatSarif(result.diagnostics, { prefix, version: await engineVersion() });
    },
  };
  const text = await texts[format]();
  if (text !== '') console.log(text);
  if (format === 'text') console.error(summaryOf(result));
}
