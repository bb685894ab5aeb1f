/**
 * What the last import of development was made of and left, so that the next start can serve it at once. Another
 * one is kept after each import: one that was stopped leaves nothing that counts.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { buildMoment } from '../../import/build-moment.ts';
import { formatReport, type ImportReport } from '../../import/report.ts';
import { readKept, writeKept } from '../../system/kept-value.ts';
import type { Progress } from '../../system/progress.ts';
import type { BuildInputs } from '../build-inputs.ts';
import type { SiteFolders } from '../folders.ts';
import { changeSince, type KeptWork, stateOfGarden } from '../kept-work.ts';

/** What an import told its user. */
export interface ToldImport {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Kept extends KeptWork {
  readonly told: ToldImport;
}

/** What the last import told, if it was made of these inputs and nothing that it left has changed; else null. */
export async function lastImport(
  folders: SiteFolders,
  inputs: BuildInputs | null,
  progress: Progress,
): Promise<ToldImport | null> {
  const kept = await readKept<Kept>(locationIn(folders));
  if (kept === null) return null;
  const stage = progress.stage('compare');
  const change = inputs === null ? 'something changed' : changeSince(kept, inputs, buildMoment());
  const isLeft = change === null && kept.garden === stateOfGarden(folders.garden);
  const others = change ?? 'what the last import left changed';
  stage.end(isLeft ? 'nothing changed since the last import' : others);
  return isLeft ? kept.told : null;
}

/** Runs an import of inputs that were told before, null where they could not be, and keeps what it left. */
export async function keepingImport(
  folders: SiteFolders,
  inputs: BuildInputs | null,
  run: () => Promise<ImportReport>,
): Promise<ImportReport> {
  const location = locationIn(folders);
  await rm(location, { force: true });
  const from = buildMoment();
  const report = await run();
  const garden = stateOfGarden(folders.garden);
  const { until } = report;
  if (inputs === null || garden === null || from >= until) return report;
  const kept: Kept = { inputs, garden, from, until, told: toldOf(report) };
  await writeKept(location, kept);
  return report;
}

/** What an import tells its user. */
export function toldOf(report: ImportReport): ToldImport {
  return { text: formatReport(report, 'text'), diagnostics: report.diagnostics };
}

function locationIn({ cache }: SiteFolders): string {
  return join(cache, 'development', 'last-import.bin');
}
