/** Runs git in the project, for the upgrade: its output, and a sentence where it fails. */
import { spawn } from 'node:child_process';
import { UsageError } from '../../system/usage-error.ts';

export interface GitResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs git in a folder; never asks for a password. @throws UsageError where there is no git. */
export function tryGit(folder: string, command: readonly string[]): Promise<GitResult> {
  const git = spawn('git', command, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  });
  let output = '';
  let errors = '';
  git.stdout.setEncoding('utf8').on('data', (piece) => {
    output += piece;
  });
  git.stderr.setEncoding('utf8').on('data', (piece) => {
    errors += piece;
  });
  return new Promise((resolve, reject) => {
    git.on('error', () => reject(new UsageError('An upgrade needs git, and there is none.')));
    git.on('close', (code) => resolve({ code: code ?? 1, output: output.trim(), errors }));
  });
}

/** The output of a git command. @throws UsageError with the line by which git says why it fails. */
export async function git(folder: string, command: readonly string[]): Promise<string> {
  const { code, output, errors } = await tryGit(folder, command);
  if (code === 0) return output;
  throw new UsageError(`git ${command[0]} failed: ${reasonOf(errors)}`);
}

/** The first line that says what went wrong: general advice follows it. */
function reasonOf(errors: string): string {
  const lines = errors.trim().split('\n');
  const told = lines.find((line) => /^(?:fatal|error): /u.test(line)) ?? lines.at(-1) ?? '';
  return told.replace(/^(?:fatal|error): /u, '');
}
