/** What differs from a version, and what was wrong in that version. */
import { join } from 'node:path';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { nestedState } from '../../import/git/nested-repositories.ts';
import { pathsBetween, pathsSince, type Revision, treeOf } from '../../import/git/versions.ts';
import { codeVersion } from '../../system/code-version.ts';
import { digestOf, writeIfChanged } from '../../system/disk.ts';
import { readKeptJson } from '../../system/kept-json.ts';
import { type CheckPlace, checkVersion } from './check-version.ts';

export interface Changes {
  /** Files of the notes folder that were added, changed or removed since, relative to it. */
  readonly paths: ReadonlySet<string>;
  /** Diagnostics of the version. */
  readonly before: readonly Diagnostic[];
}

/** Compares the notes, or what of them is staged, with a version. @throws UsageError */
export async function changedSince(
  base: Revision,
  staged: boolean,
  place: CheckPlace,
): Promise<Changes> {
  const { notes, cache } = place.folders;
  const scratch = join(cache, 'versions');
  const tree = await treeOf(notes, base, scratch);
  const paths = staged
    ? await pathsBetween(notes, [tree, await treeOf(notes, { kind: 'staged' }, scratch)], scratch)
    : await pathsSince(notes, base.name);
  return {
    paths: new Set(paths.map((path) => path.normalize('NFC'))),
    before: await diagnosticsOf(base, tree, place),
  };
}

/** The diagnostics of a version, which are kept: the last commit is compared with many times. */
async function diagnosticsOf(
  version: Revision,
  tree: string,
  place: CheckPlace,
): Promise<readonly Diagnostic[]> {
  const { GARDEN_PUBLISH: publish = '', GARDEN_BASE: base = '' } = place.environment;
  const nested = await nestedState(place.folders.notes);
  const key = digestOf(codeVersion(import.meta.url), tree, publish, base, nested);
  const file = join(place.folders.cache, 'versions', 'base.json');
  const kept = await readKeptJson<Kept>(file);
  if (kept?.key === key) return kept.diagnostics;
  const { diagnostics } = await checkVersion(version, 'base', place);
  await writeIfChanged(file, JSON.stringify({ key, diagnostics } satisfies Kept));
  return diagnostics;
}

interface Kept {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
}
