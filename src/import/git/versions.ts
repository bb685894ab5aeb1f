/**
 * Versions of the notes folder that git knows: commits, and what is staged. They are written into folders of
 * the cache, only what differs from the last time; the repository itself is not changed.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../system/usage-error.ts';
import { runGit } from './repository.ts';

/** A version of the notes: a git revision, or what is staged for the next commit. */
export type Version = Revision | { readonly kind: 'staged' };

export interface Revision {
  readonly kind: 'revision';
  /** As git's commands take it: `main`, `HEAD~2`, a commit. */
  readonly name: string;
}

/** Where a version is written. */
export interface VersionFolders {
  readonly notes: string;
  /** A folder of this version's own; made when it is missing. */
  readonly to: string;
}

/** The object id of the notes folder in a version. @throws UsageError where git has no such version. */
export async function treeOf(notes: string, version: Version, scratch: string): Promise<string> {
  const prefix = (await lineOf(notes, ['rev-parse', '--show-prefix'])) ?? null;
  if (prefix === null) throw new UsageError(`“${notes}” is in no git repository.`);
  const whole =
    version.kind === 'staged'
      ? await stagedTree(notes, scratch)
      : await treeAt(notes, version.name);
  if (prefix === '') return whole;
  const inside = await lineOf(
    notes,
    ['rev-parse', '--verify', '--quiet', `${whole}:${prefix.replace(/\/$/, '')}`],
    await objects(notes, scratch),
  );
  return inside ?? emptyTree;
}

/** The object id that git gives a folder without files (SHA-1). */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function treeAt(notes: string, name: string): Promise<string> {
  const tree = await lineOf(notes, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{tree}`,
  ]);
  if (tree) return tree;
  // Before the first commit.
  if (name === 'HEAD') return emptyTree;
  throw new UsageError(
    `git knows no revision “${name}”. A shallow clone has none before its first.`,
  );
}

/** Writes what is staged as a tree, with its objects in the cache instead of the repository. */
async function stagedTree(notes: string, scratch: string): Promise<string> {
  const tree = await lineOf(notes, ['write-tree'], await objects(notes, scratch));
  if (tree) return tree;
  throw new UsageError('What is staged cannot be read: a merge has conflicts that are not solved.');
}

/** Variables that make git read the repository's objects and write new ones to the cache. */
async function objects(notes: string, scratch: string): Promise<NodeJS.ProcessEnv> {
  const own = await lineOf(notes, ['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
  const folder = resolve(scratch, 'objects');
  await mkdir(folder, { recursive: true });
  const index = process.env['GIT_INDEX_FILE'];
  return {
    GIT_OBJECT_DIRECTORY: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: own ?? '',
    // A hook of a partial commit is given an index of its own.
    ...(index !== undefined && { GIT_INDEX_FILE: index }),
  };
}

/**
 * Writes the files of a tree into a folder, which then has no others. Only files that differ from what
 * was written there before are touched. @throws UsageError where git cannot write them.
 */
export async function writeVersion(
  tree: string,
  { notes, to }: VersionFolders,
  scratch: string,
): Promise<void> {
  const gitFolder = await lineOf(notes, ['rev-parse', '--absolute-git-dir']);
  const index = `${resolve(to)}.index`;
  if (!existsSync(to)) await rm(index, { force: true });
  await mkdir(to, { recursive: true });
  const environment = {
    ...(await objects(notes, scratch)),
    GIT_DIR: gitFolder ?? '',
    GIT_WORK_TREE: resolve(to),
    GIT_INDEX_FILE: index,
    // Large files that are kept elsewhere are not fetched for a check.
    GIT_LFS_SKIP_SMUDGE: '1',
  };
  const isDone = await runGit(
    to,
    ['-c', 'core.sparseCheckout=false', 'read-tree', '--reset', '-u', tree],
    () => {},
    { environment },
  );
  if (isDone) return;
  await rm(to, { recursive: true, force: true });
  throw new UsageError(`git could not write the notes of ${tree} into “${to}”.`);
}

/** Paths of the notes folder that differ between two trees, relative to it. */
export async function pathsBetween(
  notes: string,
  trees: readonly [old: string, current: string],
  scratch: string,
): Promise<readonly string[]> {
  const command = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', ...trees];
  const text = await textOf(notes, command, await objects(notes, scratch));
  return text?.split('\0').filter((path) => path !== '') ?? [];
}

/** Paths of files that differ from a revision, and of those that git does not know yet. */
export async function pathsSince(notes: string, revision: string): Promise<readonly string[]> {
  const options = ['--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff'];
  const changed = await textOf(notes, [
    'diff',
    ...options,
    '--end-of-options',
    revision,
    '--',
    '.',
  ]);
  const unknown = await textOf(notes, ['ls-files', '-z', '--others', '--exclude-standard']);
  return `${changed ?? ''}${unknown ?? ''}`.split('\0').filter((path) => path !== '');
}

/** New paths by old ones of files that were renamed between two trees, as git recognises them. */
export async function renamesBetween(
  notes: string,
  trees: readonly [old: string, current: string],
): Promise<ReadonlyMap<string, string>> {
  const options = ['-r', '-z', '-M', '--name-status', '--diff-filter=R'];
  return renamesIn(await textOf(notes, ['diff-tree', ...options, ...trees]));
}

/** The same between a revision and the files as they are; git must know the new file. */
export async function renamesSince(
  notes: string,
  revision: string,
): Promise<ReadonlyMap<string, string>> {
  const options = ['-z', '-M', '--name-status', '--diff-filter=R', '--relative', '--no-ext-diff'];
  return renamesIn(
    await textOf(notes, ['diff', ...options, '--end-of-options', revision, '--', '.']),
  );
}

/** `R087\0old\0new\0` for each rename. */
function renamesIn(text: string | null): ReadonlyMap<string, string> {
  const fields = text?.split('\0').map((field) => field.normalize('NFC')) ?? [];
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    renames.set(fields[at + 1] ?? '', fields[at + 2] ?? '');
  }
  return renames;
}

async function lineOf(
  folder: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<string | null> {
  return (await textOf(folder, command, environment))?.trimEnd() ?? null;
}

async function textOf(
  folder: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<string | null> {
  let text = '';
  const onOutput = (piece: string) => {
    text += piece;
  };
  return (await runGit(folder, command, onOutput, { environment })) ? text : null;
}

/** The folder of the cache for one version, named by what it is for: `staged`, `old`, `new`. */
export function versionFolder(cache: string, name: string): string {
  return join(cache, 'versions', name);
}
