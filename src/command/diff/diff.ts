/** The command `diff`: what two versions of the notes make different on the site. */
import { join } from 'node:path';
import { renamesBetween, renamesSince, treeOf } from '../../import/git/versions.ts';
import { withFolderLocks } from '../../system/folder-lock.ts';
import { noProgress } from '../../system/progress.ts';
import { UsageError } from '../../system/usage-error.ts';
import type { CheckPlace } from '../check/check-version.ts';
import { claimFolders } from '../claim-folders.ts';
import { foldersOf } from '../folders.ts';
import { calledAs, readArguments } from '../options.ts';
import { keepCodeIn } from '../own-folders.ts';
import { compareGardens, type GardenChanges } from './compare.ts';
import { formatJson, formatMarkdown, formatText } from './format-changes.ts';
import { isGraph, readSnapshot } from './read-snapshot.ts';

const formats = { text: formatText, json: formatJson, markdown: formatMarkdown };

/**
 * Prints what differs between two versions: git revisions or files `graph.json`; without the second one
 * the files as they are. @returns 0. @throws UsageError
 */
export async function diff(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { format: { type: 'string' } },
    { allowPositionals: true },
  );
  const [before, after = null, ...more] = positionals;
  if (before === undefined || more.length > 0) {
    const usage = `${calledAs('diff', environment)} OLD [NEW] --format text|json|markdown`;
    throw new UsageError(`Two versions are compared: ${usage}`);
  }
  const format = String(values['format'] ?? 'text');
  if (!Object.hasOwn(formats, format)) {
    throw new UsageError(`--format is text, json or markdown, not “${format}”.`);
  }
  const folders = foldersOf(environment);
  const { notes, cache } = folders;
  await claimFolders({ notes, outputs: [{ kind: 'cache', path: cache }], force: false });
  const place = { folders, environment, progress: noProgress };
  keepCodeIn(cache);
  const changes = await withFolderLocks([cache], {}, () => compare(before, after, place));
  console.log(formats[format as keyof typeof formats](changes));
  return 0;
}

async function compare(
  before: string,
  after: string | null,
  place: CheckPlace,
): Promise<GardenChanges> {
  const old = await readSnapshot(before, 'old', place);
  const current = await readSnapshot(after, 'new', place);
  return compareGardens(old, current, await renamesOf(before, after, place));
}

/** New paths by old ones, where both sides are known to git. */
async function renamesOf(
  before: string,
  after: string | null,
  { folders }: CheckPlace,
): Promise<ReadonlyMap<string, string>> {
  const { notes, cache } = folders;
  if (isGraph(before) || isGraph(after)) return new Map();
  if (after === null) return renamesSince(notes, before);
  const scratch = join(cache, 'versions');
  const tree = (name: string) => treeOf(notes, { kind: 'revision', name }, scratch);
  return renamesBetween(notes, [await tree(before), await tree(after)]);
}
