/** The commands' arguments, checked. */
import { parseArgs } from 'node:util';
import type { ReportFormat } from '../import/report.ts';
import { UsageError } from '../system/usage-error.ts';
import { foldersOf } from './folders.ts';

/** How the user calls a command: through npm in a clone, by its name from the installed package. */
export function calledAs(command: string, environment: NodeJS.ProcessEnv): string {
  const program = environment['GARDEN_COMMAND'];
  return program === undefined ? `npm run ${command} --` : `${program} ${command}`;
}

export interface ImportOptions {
  /** Folder of notes to read. */
  readonly notes: string;
  /** Folder to write the resolved garden to. */
  readonly out: string;
  /** Whether a diagnostic of severity error makes the command fail. */
  readonly strict: boolean;
  readonly report: ReportFormat;
  readonly watch: boolean;
  /** Whether the command prints no progress. */
  readonly quiet: boolean;
  /** Whether `out` may hold files that the garden did not write. */
  readonly force: boolean;
}

const importUsage =
  '[--notes DIR] [--out DIR] [--strict] [--report text|json|github] [--watch] [--quiet] [--force]';

/** Reads the arguments of `import`. @throws UsageError that names the wrong argument. */
export function readImportOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): ImportOptions {
  const { values } = readArguments(args, {
    notes: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    report: { type: 'string' },
    watch: { type: 'boolean' },
    quiet: { type: 'boolean' },
    force: { type: 'boolean' },
  });
  const report = String(values['report'] ?? 'text');
  if (report !== 'text' && report !== 'json' && report !== 'github') {
    const usage = `${calledAs('import', environment)} ${importUsage}`;
    throw new UsageError(`--report is text, json or github, not “${report}”. ${usage}`);
  }
  const folders = foldersOf(environment);
  return {
    notes: String(values['notes'] ?? folders.notes),
    out: String(values['out'] ?? folders.garden),
    strict: values['strict'] === true,
    report,
    watch: values['watch'] === true,
    quiet: values['quiet'] === true,
    force: values['force'] === true,
  };
}

type ArgumentTypes = Record<string, { type: 'string' | 'boolean' }>;

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Arguments without an option's name; empty unless they are allowed. */
  readonly positionals: readonly string[];
}

/** `parseArgs` whose errors are a UsageError. @throws UsageError for an unknown argument. */
export function readArguments(
  args: readonly string[],
  options: ArgumentTypes,
  { allowPositionals = false }: { readonly allowPositionals?: boolean } = {},
): Arguments {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The port of a local server: `PORT`, else 4321. @throws UsageError when it is not a port. */
export function portOf(environment: NodeJS.ProcessEnv): number {
  const written = environment['PORT'] ?? '4321';
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw new UsageError(`PORT is a number from 0 to 65535, not “${written}”.`);
}
