/** The command `upgrade`: merges the engine's next release and leaves the owner's notes as they are. */
import { relative, resolve } from 'node:path';
import { UsageError } from '../../system/usage-error.ts';
import { foldersOf } from '../folders.ts';
import { readArguments } from '../options.ts';
import { git, tryGit } from './git.ts';
import { newestRelease } from './releases.ts';

/** Where what is fetched is kept: not among the owner's tags and branches. */
const fetched = 'refs/garden-upgrade';

/**
 * Merges the newest release of `--remote` (upstream, else origin), or its default branch where it has
 * no releases. Everything below the notes folder stays as the owner committed it: samples that the
 * engine changed or added do not come back. @returns the exit code. @throws UsageError where the work
 * tree is not clean, the remote is not known, or the owner changed what the engine changed, too; then
 * nothing is changed.
 */
export async function upgrade(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  project: string,
): Promise<number> {
  const { values } = readArguments(args, { remote: { type: 'string' } });
  await checkClean(project);
  const remote = await remoteOf(project, values['remote']);
  const refs = [`+refs/tags/v*:${fetched}/tags/v*`, `+HEAD:${fetched}/head`];
  await git(project, ['fetch', '--quiet', '--no-tags', remote, ...refs]);
  const release = await releaseOf(project);
  const isMerged = await tryGit(project, ['merge-base', '--is-ancestor', release.ref, 'HEAD']);
  if (isMerged.code === 0) {
    console.log(`The garden is up to date with ${remote}: ${release.name}.`);
    return 0;
  }
  await merge(project, release, notesIn(project, environment));
  console.log(`Upgraded to ${release.name}. Run “npm ci” before the next command.`);
  return 0;
}

interface Release {
  readonly ref: string;
  readonly name: string;
}

async function checkClean(project: string): Promise<void> {
  const top = await tryGit(project, ['rev-parse', '--show-toplevel']);
  if (top.code !== 0) throw new UsageError('An upgrade needs a clone of the garden made by git.');
  const changes = await git(project, ['status', '--porcelain']);
  if (changes !== '') {
    throw new UsageError('There are changes that are not committed: commit them, then upgrade.');
  }
}

async function remoteOf(project: string, wanted: unknown): Promise<string> {
  const remotes = (await git(project, ['remote'])).split('\n').filter((name) => name !== '');
  if (wanted !== undefined) {
    if (remotes.includes(String(wanted))) return String(wanted);
    throw new UsageError(
      `There is no remote “${String(wanted)}”: add it with “git remote add ${String(wanted)} ADDRESS”.`,
    );
  }
  const known = ['upstream', 'origin'].find((name) => remotes.includes(name));
  if (known) return known;
  throw new UsageError(
    'No remote says where the engine comes from: add it with “git remote add upstream ADDRESS”.',
  );
}

async function releaseOf(project: string): Promise<Release> {
  const tags = await git(project, [
    'for-each-ref',
    '--format=%(refname:lstrip=3)',
    `${fetched}/tags/`,
  ]);
  const newest = newestRelease(tags.split('\n'));
  if (newest !== null) return { ref: `${fetched}/tags/${newest}`, name: newest };
  const head = await git(project, ['rev-parse', '--short', `${fetched}/head`]);
  return { ref: `${fetched}/head`, name: head };
}

/** The notes folder below the project, '/'-separated: `notes`, too, where the owner keeps theirs elsewhere. */
function notesIn(project: string, environment: NodeJS.ProcessEnv): string {
  const inside = relative(project, resolve(project, foldersOf(environment).notes));
  const isBelow = inside !== '' && !inside.startsWith('..');
  return isBelow ? inside.replaceAll('\\', '/') : 'notes';
}

async function merge(project: string, { ref, name }: Release, notes: string): Promise<void> {
  const base = await tryGit(project, ['merge-base', ref, 'HEAD']);
  // A garden made of a template shares no history with the engine: all but the notes is the engine's.
  const joining = base.code === 0 ? [] : ['--allow-unrelated-histories', '-X', 'theirs'];
  const merged = await tryGit(project, ['merge', '--no-commit', '--no-ff', ...joining, ref]);
  try {
    await keepNotes(project, notes);
    const conflicts = await git(project, ['diff', '--name-only', '--diff-filter=U']);
    if (conflicts !== '') throw new UsageError(conflictSentence(conflicts.split('\n'), name));
    const isMerging = await tryGit(project, ['rev-parse', '--verify', '--quiet', 'MERGE_HEAD']);
    if (isMerging.code !== 0) throw new UsageError(`git merge failed: ${merged.errors.trim()}`);
    await git(project, ['commit', '--quiet', '--no-verify', '-m', `Upgrade the garden to ${name}`]);
  } catch (error) {
    await tryGit(project, ['merge', '--abort']);
    throw error;
  }
}

/** Puts the notes back as they were committed: what the engine changed, added or brought back goes. */
async function keepNotes(project: string, notes: string): Promise<void> {
  await git(project, ['rm', '-r', '-f', '--quiet', '--ignore-unmatch', '--', notes]);
  const own = await git(project, ['ls-tree', '--name-only', 'HEAD', '--', notes]);
  if (own !== '') await git(project, ['checkout', '--quiet', 'HEAD', '--', notes]);
}

function conflictSentence(files: readonly string[], name: string): string {
  const shown = files.slice(0, 5).join(', ') + (files.length > 5 ? ' …' : '');
  return (
    `You and ${name} both changed ${shown}, which belongs to the engine: nothing was upgraded. ` +
    'Move your change into garden.yaml or .garden/, or merge by hand.'
  );
}
