/** Asking git about the repository that a folder lies in. Nothing here changes a repository. */
import { spawn } from 'node:child_process';

export interface Repository {
  /** Where its files begin, without symbolic links. */
  readonly root: string;
  readonly head: string;
  /** Whether its history is cut off, as most build services fetch it. */
  readonly shallow: boolean;
}

/** The repository around a folder; null where there is none, it has no commit, or there is no git. */
export async function repositoryAt(folder: string): Promise<Repository | null> {
  const asked = ['--show-toplevel', '--is-shallow-repository', 'HEAD'];
  const [root, shallow, head] = (await textOf(folder, ['rev-parse', ...asked]))?.split('\n') ?? [];
  if (!root || !head) return null;
  return { root, head, shallow: shallow === 'true' };
}

/** Tracked files below a folder that differ from the last commit, relative to it; null when git fails. */
export async function changedFiles(folder: string): Promise<string[] | null> {
  const options = ['--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff'];
  const told = await textOf(folder, ['diff', 'HEAD', ...options, '--ignore-submodules', '--', '.']);
  return told?.split('\0').filter((path) => path !== '') ?? null;
}

async function textOf(folder: string, command: readonly string[]): Promise<string | null> {
  let text = '';
  const isDone = await askGit(folder, command, (piece) => {
    text += piece;
  });
  return isDone ? text : null;
}

/** Whatever a person has set: the first commit is told, and nothing of signatures. */
const settings = ['-c', 'log.showRoot=true', '-c', 'log.showSignature=false'];

/** Longer than the history of any vault takes, in milliseconds. */
const longest = 180_000;

/**
 * Runs git in a folder and hands on what it says as it comes; false when it fails, is not there, or is
 * not done in time: a program that git asks in its turn may wait for something that never comes.
 */
export function askGit(
  folder: string,
  command: readonly string[],
  hear: (piece: string) => void,
  patience = longest,
): Promise<boolean> {
  const git = spawn('git', [...settings, ...command], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: patience,
  });
  git.stdout.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    git.on('error', () => resolve(false));
    git.on('close', (code) => resolve(code === 0));
    git.on('exit', (code) => {
      // What git has started may hold on to its output for longer.
      if (code === null) git.stdout.destroy();
    });
  });
}

/** Git finds the repository by the folder alone, also when a hook of another one runs the import. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  // No lock that another git would wait for, nothing fetched that a partial clone left out.
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
}
