/** Diagnostics as text, JSON or annotations, for one who mends them. Pure. */
import { type Diagnostic, type Severity, severityOf } from '../../garden/diagnostic.ts';
import { diagnosticLines, formatGithub } from '../../import/report.ts';
import { counted } from '../../system/progress.ts';

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** How many notes were checked. */
  readonly notes: number;
  readonly ms: number;
}

/** By note: a line for each diagnostic with its hint, in the order of the notes. */
export function formatByNote({ diagnostics }: CheckResult): string {
  const notes = [...Map.groupBy(diagnostics, ({ path }) => path).values()];
  return notes.map((found) => found.flatMap(diagnosticLines).join('\n')).join('\n\n');
}

/** By code: the code with its number of places, then each place; the most frequent code first. */
export function formatByCode({ diagnostics }: CheckResult): string {
  const codes = [...Map.groupBy(diagnostics, ({ code }) => code)];
  const sorted = codes.sort(([, a], [, b]) => b.length - a.length);
  return sorted
    .map(([code, found]) => {
      const severity = found[0] ? severityOf(found[0]) : 'info';
      const notes = new Set(found.map(({ path }) => path)).size;
      const head = `${code}  ${severity}, ${counted(found.length, 'place')} in ${counted(notes, 'note')}`;
      const hints = new Set(found.map(({ hint }) => hint));
      const shared = hints.size === 1 ? [...hints].filter((hint) => hint !== '') : [];
      const places = found.flatMap((each) => {
        const line = `  ${placeOf(each)}  ${each.message}`;
        return hints.size === 1 || each.hint === '' ? [line] : [line, `    ${each.hint}`];
      });
      return [head, ...shared.map((hint) => `  ${hint}`), ...places].join('\n');
    })
    .join('\n\n');
}

/** One JSON value: the numbers of each severity, and every diagnostic. */
export function formatJson({ diagnostics, notes, ms }: CheckResult): string {
  const listed = diagnostics.map(({ code, path, line, column, message, hint }) => {
    const severity = severityOf({ code, path, line, column, message, hint });
    return { code, severity, path, line, column, message, hint };
  });
  return JSON.stringify({ notes, counts: countsOf(diagnostics), diagnostics: listed, ms });
}

/** Annotations of GitHub Actions, with paths from the root of the repository. */
export function formatAnnotations({ diagnostics }: CheckResult, prefix: string): string {
  return formatGithub(diagnostics.map((each) => ({ ...each, path: `${prefix}${each.path}` })));
}

/** `3 diagnostics (1 error, 2 warnings) in 2 of 214 notes`, or `no problems in 214 notes`. */
export function summaryOf({ diagnostics, notes }: CheckResult): string {
  if (diagnostics.length === 0) return `No problems in ${counted(notes, 'note')}.`;
  const counts = countsOf(diagnostics);
  const severities = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      severity === 'info' ? `${counts.info} info` : counted(counts[severity], severity),
    );
  const where = new Set(diagnostics.map(({ path }) => path)).size;
  const total = counted(diagnostics.length, 'diagnostic');
  return `${total} (${severities.join(', ')}) in ${where} of ${counted(notes, 'note')}.`;
}

function placeOf({ path, line, column }: Diagnostic): string {
  return `${path}:${line}:${column}`;
}

function countsOf(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of diagnostics) counts[severityOf(diagnostic)]++;
  return counts;
}
