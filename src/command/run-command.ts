/** How every command runs: the Node version it needs, its exit code, and errors as one sentence. */

import { ownValue } from '../garden/own-value.ts';
import { UsageError } from '../system/usage-error.ts';

/**
 * Runs a command and sets the exit code to its result. An error that the user can correct is printed
 * as one sentence, with exit code 2; any other error is thrown, with its stack trace.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  exitOnSignals();
  try {
    checkNodeVersion(process.version);
    process.exitCode = await command();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    console.error(sentence);
    process.exitCode = 2;
  }
}

/**
 * Ends the process by `process.exit`, which releases locks, with the exit code that shells give for
 * the signal. Folders that were being written stay marked as incomplete.
 */
function exitOnSignals(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.once(signal, () => {
      console.error(`Stopped by ${signal}.`);
      process.exit(128 + number);
    });
  }
}

/** The commands are TypeScript that Node runs directly, from 22.18 on. @throws UsageError */
export function checkNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new UsageError(
    `Node ${version} is too old: the garden needs 22.18 or newer. Install one from nodejs.org, or run ` +
      '“npm rebuild node” where npm installed the garden: it adds Node 24 there.',
  );
}

/** What the system's error codes mean for the user. */
const systemErrors: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) => `No permission to read or write “${path}” (EACCES).`,
  EADDRINUSE: () => 'The port is in use by another program: set PORT to another one (EADDRINUSE).',
  EBUSY: (path) => `“${path}” is in use by another program (EBUSY).`,
  EDQUOT: (path) => `The disk quota is exceeded: “${path}” cannot be written (EDQUOT).`,
  EEXIST: (path) => `“${path}” exists already (EEXIST).`,
  EFBIG: (path) => `“${path}” is larger than this system allows (EFBIG).`,
  EIO: (path) => `The disk reports an error at “${path}” (EIO).`,
  EISDIR: (path) => `“${path}” is a folder where a file is expected (EISDIR).`,
  ELOOP: (path) => `“${path}” is a symbolic link that leads back to itself (ELOOP).`,
  EMFILE: (path) => `Too many files are open: “${path}” cannot be opened (EMFILE).`,
  ENAMETOOLONG: (path) => `The name “${path}” is too long for this file system (ENAMETOOLONG).`,
  ENOENT: (path) => `There is no file or folder “${path}” (ENOENT).`,
  ENOSPC: (path) => `The disk is full: “${path}” cannot be written (ENOSPC).`,
  ENOTDIR: (path) => `“${path}” is a file where a folder is expected (ENOTDIR).`,
  ENOTEMPTY: (path) => `The folder “${path}” is not empty (ENOTEMPTY).`,
  EPERM: (path) => `The system does not permit a change of “${path}” (EPERM).`,
  EROFS: (path) => `“${path}” is on a read-only file system (EROFS).`,
};

/**
 * The sentence that explains an error to the user, or null for an error of the program itself.
 * Errors that wrap another one (Vite's, Rolldown's) are explained by their cause.
 */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const explain = code !== undefined && ownValue(systemErrors, code);
  if (!explain) return error.cause === undefined ? null : sentenceOf(error.cause);
  // A file has another name until it is whole.
  return explain((dest ?? path ?? 'a file').replace(/\.\d+\.part$/, ''));
}
