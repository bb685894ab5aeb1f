/** The arguments of `check`. */
import type { Severity } from '../../garden/diagnostic.ts';
import type { Revision } from '../../import/git/versions.ts';
import { UsageError } from '../../system/usage-error.ts';
import { readArguments } from '../options.ts';

const formats = ['text', 'json', 'github', 'sarif'] as const;
const groupings = ['note', 'code'] as const;
const levels = ['error', 'warning', 'info', 'never'] as const;

export interface CheckOptions {
  readonly format: (typeof formats)[number];
  /** How text is grouped. */
  readonly by: (typeof groupings)[number];
  /** The least severity that makes the command fail. */
  readonly failOn: Severity | 'never';
  /** What is checked: the files as they are, or what is staged. */
  readonly staged: boolean;
  /** The version with which they are compared; null for a check of everything. */
  readonly base: Revision | null;
  /** Whether links to other sites are asked for, and dead ones looked up in the Internet Archive. */
  readonly external: boolean;
  readonly archive: boolean;
  /** Notes or folders that alone are reported; none for all. */
  readonly paths: readonly string[];
}

/** Reads the arguments of `check`. @throws UsageError that names the wrong one. */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = readArguments(
    args,
    {
      format: { type: 'string' },
      by: { type: 'string' },
      'fail-on': { type: 'string' },
      staged: { type: 'boolean' },
      since: { type: 'string' },
      external: { type: 'boolean' },
      archive: { type: 'boolean' },
    },
    { allowPositionals: true },
  );
  const staged = values['staged'] === true;
  const since = values['since'];
  if (staged && since !== undefined) {
    throw new UsageError('--staged compares with the last commit: leave out --since.');
  }
  if (values['archive'] === true && values['external'] !== true) {
    throw new UsageError('--archive looks up what --external finds: add --external.');
  }
  const revision = staged ? 'HEAD' : since;
  return {
    format: oneOf(formats, '--format', values['format'] ?? 'text'),
    by: oneOf(groupings, '--by', values['by'] ?? 'note'),
    failOn: oneOf(levels, '--fail-on', values['fail-on'] ?? 'error'),
    staged,
    base: revision === undefined ? null : { kind: 'revision', name: String(revision) },
    external: values['external'] === true,
    archive: values['archive'] === true,
    paths: positionals,
  };
}

function oneOf<Choice extends string>(
  choices: readonly Choice[],
  option: string,
  written: string | boolean,
): Choice {
  const found = choices.find((choice) => choice === written);
  if (found !== undefined) return found;
  throw new UsageError(`${option} is one of ${choices.join(', ')}, not “${written}”.`);
}
