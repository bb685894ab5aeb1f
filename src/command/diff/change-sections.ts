/** The parts of a report on two versions, in the order in which they matter. Pure. */
import { type Diagnostic, severityOf } from '../../garden/diagnostic.ts';
import { counted } from '../../system/progress.ts';
import type { GardenChanges, LinkChange, LostAddress, PageWeight } from './compare.ts';
import type { SnapshotNote } from './snapshot.ts';

/** One line of a report: what it is about, as it is written in the notes, and what is said of it. */
export interface ReportLine {
  readonly subject: string;
  readonly text: string;
}

export interface ReportSection {
  readonly title: string;
  /** What a reader who does not know the program has to know. */
  readonly explanation: string;
  /** Whether nobody may miss it. */
  readonly isAlarm: boolean;
  readonly lines: readonly ReportLine[];
}

/** The sections that have lines. */
export function sectionsOf(changes: GardenChanges): ReportSection[] {
  return [...privacySections(changes), ...noteSections(changes), ...linkSections(changes)].filter(
    ({ lines }) => lines.length > 0,
  );
}

/** `1 becomes public, 2 notes added, …`, or that nothing changes. */
export function verdictOf(changes: GardenChanges): string {
  const { becomePublic, becomePrivate, publicFiles } = changes;
  const alarms = becomePublic.length + publicFiles.length;
  const parts = [
    alarms > 0 ? `${alarms} ${alarms === 1 ? 'BECOMES' : 'BECOME'} PUBLIC` : '',
    becomePrivate.length > 0 ? `${counted(becomePrivate.length, 'note')} no longer public` : '',
    part(changes.added.length, 'note', 'added'),
    part(changes.changed.length, 'note', 'changed'),
    part(changes.renamed.length, 'note', 'renamed'),
    part(changes.removed.length, 'note', 'removed'),
    part(changes.broken.length, 'reference', 'broken'),
    part(changes.failedDiagrams.length, 'diagram', 'failing'),
    part(changes.lostAddresses.length, 'address', 'lost'),
  ].filter((text) => text !== '');
  return parts.length === 0 ? 'Nothing changes on the site.' : `${parts.join(', ')}.`;
}

function part(count: number, noun: string, what: string): string {
  if (count === 0) return '';
  const plural = noun === 'address' ? 'addresses' : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural} ${what}`;
}

function privacySections(changes: GardenChanges): ReportSection[] {
  const alarm = { isAlarm: true };
  return [
    {
      title: 'BECOMES PUBLIC',
      explanation: 'More people than before will be able to read these.',
      ...alarm,
      lines: [
        ...changes.becomePublic.map((note) => line(note.path, stateOf(note))),
        ...changes.publicFiles.map((path) => line(path, 'a file that a published note shows')),
      ],
    },
    {
      title: 'BECOMES PRIVATE',
      explanation: 'These leave the site or its lists.',
      ...alarm,
      lines: [
        ...changes.becomePrivate.map((note) => line(note.path, note.reason || stateOf(note))),
        ...changes.privateFiles.map((path) => line(path, 'no published note shows this file')),
      ],
    },
    {
      title: 'Addresses that lead nowhere',
      explanation:
        'Readers and other sites may use them. The line makes the old address a redirect.',
      ...alarm,
      lines: changes.lostAddresses.map(lostLine),
    },
  ];
}

function noteSections(changes: GardenChanges): ReportSection[] {
  return [
    section(
      'Notes added',
      changes.added.map((note) => line(note.path, stateOf(note))),
    ),
    section(
      'Notes renamed',
      changes.renamed.map(({ before, after }) => line(before.path, `is now ${after.path}`)),
    ),
    section(
      'Notes changed',
      changes.changed.map(({ after }) => line(after.path, stateOf(after))),
    ),
    section(
      'Notes removed',
      changes.removed.map(({ path, published }) => line(path, published ? '' : 'was private')),
    ),
  ];
}

function linkSections(changes: GardenChanges): ReportSection[] {
  const names = (list: readonly string[]) => list.map((name) => line(name, ''));
  return [
    section('References broken', changes.broken.map(diagnosticLine), 'They lead nowhere now.'),
    section('Diagrams that fail', changes.failedDiagrams.map(diagnosticLine)),
    section('Other diagnostics', changes.otherDiagnostics.map(diagnosticLine)),
    section('Mended', changes.mended.map(diagnosticLine), 'These were wrong before.'),
    section('Links made', changes.linksMade.map(linkLine)),
    section('Links removed', changes.linksRemoved.map(linkLine)),
    section('Pages wanted', names(changes.ghostsMade), 'They are linked and have no note yet.'),
    section('Pages no longer wanted', names(changes.ghostsGone)),
    section('Tags new', names(changes.tagsMade)),
    section('Tags gone', names(changes.tagsGone)),
    section('Weight of pages', changes.weights.filter(isNoted).map(weightLine)),
  ];
}

function section(title: string, lines: readonly ReportLine[], explanation = ''): ReportSection {
  return { title, explanation, isAlarm: false, lines };
}

function line(subject: string, text: string): ReportLine {
  return { subject, text };
}

function stateOf({ reach, permalink, reason }: SnapshotNote): string {
  if (reach === 1) return 'with a password';
  if (reach === 2) return `at ${permalink}, in no list`;
  return reach === 3 ? `at ${permalink}` : `not published: ${reason}`;
}

function lostLine({ address, path, newPath, line: written }: LostAddress): ReportLine {
  const place = newPath === '' ? 'the note that replaces it' : newPath;
  const from = newPath === '' ? `of ${path}, which is gone` : `of ${path}`;
  return line(address, `${from}; in ${place} write ${written}`);
}

function diagnosticLine(diagnostic: Diagnostic): ReportLine {
  const { path, line: at, message } = diagnostic;
  return line(`${path}:${at}`, `${severityOf(diagnostic)}: ${message}`);
}

function linkLine({ path, line: at, to }: LinkChange): ReportLine {
  return line(`${path}:${at}`, `to ${to}`);
}

/** Changes of weight that a reader may notice: 10 kB, and a tenth of the page. */
function isNoted({ before, after }: PageWeight): boolean {
  const change = Math.abs(after - before);
  return change >= 10_000 && change >= before / 10;
}

function weightLine({ path, before, after }: PageWeight): ReportLine {
  return line(path, `${kilobytes(before)} → ${kilobytes(after)}`);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}
