/** The report of an import as text, JSON or GitHub annotations. Pure. */
import {
  compareDiagnostics,
  type Diagnostic,
  distinctDiagnostics,
  type Severity,
  severityOf,
} from '../garden/diagnostic.ts';
import type { GardenCounts } from '../garden/garden.ts';
import { counted } from '../system/progress.ts';
import {
  accessCounts,
  type Decisions,
  publishingTable,
  unpublishedReasons,
} from './publishing-table.ts';

export type ReportFormat = 'text' | 'json' | 'github';

/** The outcome of an import: the contract of `--report json` besides the severities. */
export interface ImportReport extends GardenCounts {
  /** For every note, by path, whether it is published and why. */
  readonly decisions: Decisions;
  readonly pages: number;
  /** How many pages of notes were rendered anew. */
  readonly rendered: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly ms: number;
  /** Until when another import of the same files gives the same garden, see `sameUntil`. */
  readonly until: number;
}

export interface Diagnosed {
  readonly diagnostics: readonly Diagnostic[];
}

/** The diagnostics of all stages, sorted, without duplicates. */
export function allDiagnostics(...stages: readonly Diagnosed[]): Diagnostic[] {
  return distinctDiagnostics(stages.flatMap(({ diagnostics }) => diagnostics));
}

/** The report in the format asked for, sorted by path and position. */
export function formatReport(report: ImportReport, format: ReportFormat): string {
  const sorted = { ...report, diagnostics: report.diagnostics.toSorted(compareDiagnostics) };
  if (format === 'json') return formatJson(sorted);
  if (format !== 'github') return formatText(sorted);
  const annotations = formatGithub(sorted.diagnostics);
  return [...(annotations === '' ? [] : [annotations]), formatSummary(sorted)].join('\n');
}

/** Whether `--strict` must fail. */
export function hasErrors(report: ImportReport): boolean {
  return report.diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');
}

function formatJson({ diagnostics, decisions, ...counts }: ImportReport): string {
  const { private: hidden, unpublished, ms, until: _, rendered: _rendered, ...rest } = counts;
  const listed = diagnostics.map(({ code, path, line, column, message, hint }) => {
    const severity = severityOf({ code, path, line, column, message, hint });
    return { code, severity, path, line, column, message, hint };
  });
  const reasons = unpublishedReasons(decisions);
  const published = decisions.size - hidden - unpublished;
  const { unlisted, password: encrypted } = accessCounts(decisions);
  return JSON.stringify({
    ...{ ...rest, published, unlisted, encrypted, private: hidden, unpublished, reasons },
    ...{ diagnostics: listed, ms },
  });
}

function formatText(report: ImportReport): string {
  return [...report.diagnostics.flatMap(diagnosticLines), formatOutcome(report)].join('\n');
}

/** `path:line:column severity code  message`, and the hint below it. */
export function diagnosticLines(diagnostic: Diagnostic): string[] {
  const { path, line, column, code, message, hint } = diagnostic;
  const first = `${path}:${line}:${column} ${severityOf(diagnostic)} ${code}  ${message}`;
  return hint === '' ? [first] : [first, `  ${hint}`];
}

/** What is published and why the rest is not, and the summary. */
export function formatOutcome(report: ImportReport): string {
  const table = publishingTable(report.decisions);
  return table === '' ? formatSummary(report) : `${table}\n${formatSummary(report)}`;
}

/** `214 notes, 230 pages; 2 problems (1 error, 1 warning) in 2 notes`. Boards and bases count as notes. */
export function formatSummary({
  diagnostics,
  decisions,
  pages,
  ...counts
}: Omit<ImportReport, 'notes'>): string {
  const hidden = [
    counts.private > 0 ? `${counts.private.toLocaleString('en')} private` : '',
    counts.unpublished > 0 ? `${counts.unpublished.toLocaleString('en')} not published` : '',
  ].filter((part) => part !== '');
  const parts = hidden.length > 0 ? ` (${hidden.join(', ')})` : '';
  const head = `${counted(decisions.size, 'note')}${parts}, ${counted(pages, 'page')}`;
  if (diagnostics.length === 0) return `${head}; no problems`;
  const severities = (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, count(diagnostics, severity)] as const)
    .filter(([, found]) => found > 0)
    .map(([severity, found]) => (severity === 'info' ? `${found} info` : counted(found, severity)));
  const where = new Set(diagnostics.map(({ path }) => path)).size;
  const problems = `${counted(diagnostics.length, 'diagnostic')} (${severities.join(', ')})`;
  return `${head}; ${problems} in ${counted(where, 'note')}`;
}

function count(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => severityOf(diagnostic) === severity).length;
}

/** Annotations as GitHub Actions reads them: `::warning file=…,line=…,col=…,title=code::text`. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map((diagnostic) => {
    const { path, line, column, code, message, hint } = diagnostic;
    const level = { error: 'error', warning: 'warning', info: 'notice' }[severityOf(diagnostic)];
    const place = `file=${escapeProperty(path)},line=${line},col=${column},title=${code}`;
    return `::${level} ${place}::${escapeData(hint === '' ? message : `${message} ${hint}`)}`;
  });
  return lines.join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
