/** What Astro says of a file of the owner that it cannot compile, as one sentence. */
import { relative, resolve, sep } from 'node:path';
import { ownerFolder } from '../settings/load-settings.ts';
import { UsageError } from '../system/usage-error.ts';

/** The parts of an error of Rolldown or of a plugin of Vite that are read. */
interface CompileFault {
  readonly message?: string;
  /** The file with the fault. */
  readonly id?: string;
  readonly loc?: { readonly line?: number | null; readonly column?: number | null };
  /** PostCSS: where its `reason` is, counted from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly reason?: string;
  /** Rolldown: the faults of which this error is made. */
  readonly errors?: readonly CompileFault[];
}

/** The error as wrong use, where a file below `.garden` in the notes is at fault; else as it is. */
export function withOwnerFault(error: unknown, notes: string): unknown {
  if (!(error instanceof Error)) return error;
  const { errors = [error] }: CompileFault = error;
  const folder = resolve(notes, ownerFolder) + sep;
  const fault = errors.find(({ id }) => id?.startsWith(folder));
  return fault?.id === undefined ? error : new UsageError(sentenceOf(fault, fault.id, notes));
}

function sentenceOf(fault: CompileFault, file: string, notes: string): string {
  const line = fault.line ?? fault.loc?.line;
  const column = fault.column ?? fault.loc?.column;
  const place = line ? `:${line}${column ? `:${column}` : ''}` : '';
  const path = relative(resolve(notes), file).replaceAll(sep, '/');
  const [first = ''] = (fault.reason ?? fault.message ?? '').split('\n');
  const reason = first.replace(/^\[[^\]]+\] /u, '').replace(/\.$/u, '');
  return `${path}${place} cannot be compiled: ${reason}.`;
}
