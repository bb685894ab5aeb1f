/** The command `doctor`: what a build would publish, what it would not and why. Writes nothing. */
import type { Diagnostic } from '../garden/diagnostic.ts';
import { type Examination, examineNotes } from '../import/examine-notes.ts';
import type { PluginReport } from '../import/plugins/load-plugins.ts';
import { checkNotesFolder, loadSettings } from '../settings/load-settings.ts';
import { settingsWarnings } from '../settings/warnings.ts';
import { counted } from '../system/progress.ts';
import { foldersOf } from './folders.ts';
import { readArguments } from './options.ts';
import { importSettings } from './owner-settings.ts';

/** Examines the notes and prints the result, as JSON with `--json`. @returns 0, whatever it finds. */
export async function doctor(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean' } });
  const { notes } = foldersOf(environment);
  checkNotesFolder(notes);
  const site = loadSettings(notes);
  const warnings = settingsWarnings(site);
  const examination = await examineNotes(notes, importSettings(notes, site, environment));
  const text = values['json']
    ? JSON.stringify({ ...examination, warnings })
    : [...warnings, formatExamination(examination)].join('\n');
  console.log(text);
  return 0;
}

/** The examination as text: a section for each thing that was examined. */
function formatExamination(examination: Examination): string {
  const { notes, vaults, attachments, unsupported, buildSeconds } = examination;
  if (notes.length === 0) return 'There are no notes in this folder.';
  const published = notes.filter((note) => note.published).length;
  const parts = [
    section(
      'Vaults',
      vaults.map(({ root, dialect }) => `${root || '.'}  ${programs[dialect]}`),
    ),
    section(
      `Notes: ${published} of ${notes.length} published`,
      examination.folders.map((folder) => {
        return `${folder.path || '.'}  ${folder.published} of ${folder.notes}`;
      }),
    ),
    section(
      'Not published, and the line that changes it',
      examination.reasons.flatMap(({ count, reason, change }) => [
        `${counted(count, 'note')}: ${reason}`,
        `    ${change}`,
      ]),
    ),
    section(
      'Notes that are not published',
      notes.filter((note) => !note.published).map(({ path, reason }) => `${path}  ${reason}`),
    ),
    section('Unresolved references', examination.unresolved.map(place)),
    section('References to notes that are not published', examination.private.map(place)),
    section(
      'Unsupported syntax',
      unsupported.map(({ what, count }) => `${count} × ${what}`),
    ),
    section('Conflicts', examination.clashes.map(place)),
    section('Plugins', examination.plugins.map(pluginLine)),
    section('Settings that do not apply', examination.settings.map(place)),
    section('Embeds that are not followed', examination.embeds.map(place)),
    section('Failures', examination.failed.map(place)),
    section('Attachments', [
      `${counted(attachments.published.files, 'file')} published, ${size(attachments.published.bytes)}`,
      `${counted(attachments.all.files, 'file')} in all, ${size(attachments.all.bytes)}`,
    ]),
    section('A first build', [`takes about ${buildSeconds} s on two processor cores`]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const programs = { logseq: 'Logseq', obsidian: 'Obsidian' };

/** So many lines of one section are shown; `--json` has all. */
const maxLines = 20;

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, maxLines).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return [title, ...shown, ...(more > 0 ? [`  … and ${more} more: --json has all`] : [])].join(
    '\n',
  );
}

function place({ path, line, column, message }: Diagnostic): string {
  return `${path}:${line}:${column}  ${message}`;
}

function pluginLine({ name, from, hooks, trusted, fault }: PluginReport): string {
  if (fault !== '') return `${from}  not used: ${fault}`;
  return `${name}  ${hooks.join(', ')}${trusted ? ', trusted' : ''}  (${from})`;
}

function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
