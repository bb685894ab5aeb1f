/** What the commands are asked to do: their arguments and environment, checked. */
import { parseArgs } from 'node:util';
import type { ReportFormat } from '../import/report.ts';
import { UsageError } from '../system/usage-error.ts';

export interface ImportOptions {
  /** Folder of notes to read. */
  readonly notes: string;
  /** Folder to write the resolved garden to. */
  readonly out: string;
  /** Whether errors among the diagnostics make the command fail. */
  readonly strict: boolean;
  readonly report: ReportFormat;
  readonly watch: boolean;
}

const importUsage =
  'npm run import -- [--notes DIR] [--out DIR] [--strict] [--report text|json|github] [--watch]';

/** Reads the arguments of `import`. @throws UsageError with a sentence that says what is wrong. */
export function readImportOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): ImportOptions {
  const { values } = parseOrExplain(args, {
    notes: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    report: { type: 'string' },
    watch: { type: 'boolean' },
  });
  const report = String(values['report'] ?? 'text');
  if (report !== 'text' && report !== 'json' && report !== 'github') {
    throw new UsageError(`--report is text, json or github, not “${report}”. ${importUsage}`);
  }
  return {
    notes: String(values['notes'] ?? environment['GARDEN_NOTES'] ?? 'notes'),
    out: String(values['out'] ?? environment['GARDEN_DIR'] ?? '.garden'),
    strict: values['strict'] === true,
    report,
    watch: values['watch'] === true,
  };
}

type ArgumentKinds = Record<string, { type: 'string' | 'boolean' }>;

/** Like `parseArgs`, with a sentence for a person instead of a stack trace. */
export function parseOrExplain(
  args: readonly string[],
  options: ArgumentKinds,
): { values: Record<string, string | boolean | undefined> } {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The commands run TypeScript as it is, which Node can do from 22.18 on. @throws UsageError */
export function checkNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new UsageError(
    `Node ${version} is too old: run “npm rebuild node” once (it puts Node 24 into node_modules), ` +
      'and start the commands by npm.',
  );
}

/** Faults of files and folders that a person can mend, as the system names them. */
const fileFaults = new Set(['EACCES', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

/** What to tell a person of an error: one sentence, or null where it is a fault of the program. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  const code = String(error.code);
  return fileFaults.has(code)
    ? `The file or folder “${String(error.path)}” cannot be read or written (${code}).`
    : null;
}

/** Runs a command: its number is the exit code; what a person can mend is one sentence and code 2. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
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
