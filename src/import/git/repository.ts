/** Runs git to read the repository that contains a folder. Nothing here changes a repository. */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Repository {
  /** Where its files begin, without symbolic links. */
  readonly root: string;
  readonly head: string;
  /** Whether its history is truncated, as most build services fetch it. */
  readonly shallow: boolean;
}

/** The repository around a folder; null where there is none, it has no commit, or there is no git. */
export async function repositoryAt(folder: string): Promise<Repository | null> {
  if (!isBelowRepository(folder)) return null;
  const options = ['--show-toplevel', '--is-shallow-repository', 'HEAD'];
  const [root, shallow, head] =
    (await textOf(folder, ['rev-parse', ...options]))?.split('\n') ?? [];
  if (!root || !head) return null;
  return { root, head, shallow: shallow === 'true' };
}

/** Whether the folder, or one above it, has what git keeps there: to start git takes a while. */
function isBelowRepository(folder: string): boolean {
  for (let above = realPath(folder); ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return true;
    if (above === dirname(above)) return false;
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** Tracked files below a folder that differ from the last commit, relative to it; null when git fails. */
export async function changedFiles(folder: string): Promise<string[] | null> {
  const options = ['--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff'];
  const output = await textOf(folder, [
    'diff',
    'HEAD',
    ...options,
    '--ignore-submodules',
    '--',
    '.',
  ]);
  return output?.split('\0').filter((path) => path !== '') ?? null;
}

async function textOf(folder: string, command: readonly string[]): Promise<string | null> {
  let text = '';
  const isDone = await runGit(folder, command, (piece) => {
    text += piece;
  });
  return isDone ? text : null;
}

/** Overrides of the user's configuration: the first commit counts, signatures are not printed. */
const settings = ['-c', 'log.showRoot=true', '-c', 'log.showSignature=false'];

/** Longer than the history of any vault takes. */
const defaultTimeoutMs = 180_000;

export interface GitOptions {
  readonly timeoutMs?: number;
  /** Variables for git, such as an index of its own. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Runs git in a folder and passes its standard output to `onOutput` piece by piece. Gives false when
 * git is not installed, fails, or exceeds `timeoutMs`: a credential prompt or a hook may block.
 */
export function runGit(
  folder: string,
  command: readonly string[],
  onOutput: (piece: string) => void,
  { timeoutMs = defaultTimeoutMs, environment = {} }: GitOptions = {},
): Promise<boolean> {
  const git = spawn('git', [...settings, ...command], {
    cwd: folder,
    env: { ...ownEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeoutMs,
  });
  git.stdout.setEncoding('utf8').on('data', onOutput);
  return new Promise((resolve) => {
    git.on('error', () => resolve(false));
    git.on('close', (code) => resolve(code === 0));
    git.on('exit', (code) => {
      // Killed: a child process of git may keep the pipe open.
      if (code === null) git.stdout.destroy();
    });
  });
}

/** Without the variables by which a git hook would redirect git to another repository. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  // Takes no locks, and fetches nothing that a partial clone left out.
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
}
