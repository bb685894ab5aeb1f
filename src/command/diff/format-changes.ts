/** The report on two versions as text, JSON, or Markdown for a pull request. Pure. */
import { severityOf } from '../../garden/diagnostic.ts';
import { type ReportSection, sectionsOf, verdictOf } from './change-sections.ts';
import type { GardenChanges, NotePair } from './compare.ts';
import type { SnapshotNote } from './snapshot.ts';

/** Lines of a section that are printed; JSON has all. */
const maxLines = 50;

/** For a terminal. */
export function formatText(changes: GardenChanges): string {
  const parts = sectionsOf(changes).map(({ title, explanation, isAlarm, lines }) => {
    const head = `${isAlarm ? '!! ' : ''}${title} (${lines.length})`;
    const shown = lines.slice(0, maxLines).map(({ subject, text }) => {
      return text === '' ? `  ${subject}` : `  ${subject}  ${text}`;
    });
    return [
      head,
      ...(explanation === '' ? [] : [`  ${explanation}`]),
      ...shown,
      ...rest(lines),
    ].join('\n');
  });
  return [...parts, verdictOf(changes)].join('\n\n');
}

/** For a reader who has never seen the program: the verdict first, alarms open, the rest folded. */
export function formatMarkdown(changes: GardenChanges): string {
  const intro = 'What this change makes different on the published site:';
  const parts = sectionsOf(changes).map(markdownSection);
  return ['## Garden', `${intro} **${verdictOf(changes)}**`, ...parts].join('\n\n');
}

function markdownSection({ title, explanation, isAlarm, lines }: ReportSection): string {
  const items = lines.slice(0, maxLines).map(({ subject, text }) => {
    return text === '' ? `- ${code(subject)}` : `- ${code(subject)} ${escaped(text)}`;
  });
  const list = [...items, ...rest(lines)].join('\n');
  const body = explanation === '' ? list : `${explanation}\n\n${list}`;
  if (isAlarm) return `### ⚠️ ${title} (${lines.length})\n\n${body}`;
  return `<details><summary>${title} (${lines.length})</summary>\n\n${body}\n\n</details>`;
}

function rest(lines: readonly unknown[]): string[] {
  const more = lines.length - maxLines;
  return more > 0 ? [`  … and ${more} more: --format json has all`] : [];
}

/** Code of Markdown (CommonMark 6.1), whatever signs are in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('\n', ' ')}${pad}${fence}`;
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replaceAll('\n', ' ').replace(/[\\`*_[\]<>|~#@&]/g, '\\$&');
}

/** One JSON value with all that differs. */
export function formatJson(changes: GardenChanges): string {
  const diagnostics = (list: GardenChanges['broken']) =>
    list.map((each) => ({ ...each, severity: severityOf(each) }));
  return JSON.stringify({
    ...changes,
    becomePublic: changes.becomePublic.map(noteOf),
    becomePrivate: changes.becomePrivate.map(noteOf),
    added: changes.added.map(noteOf),
    removed: changes.removed.map(noteOf),
    renamed: changes.renamed.map(pairOf),
    changed: changes.changed.map(pairOf),
    broken: diagnostics(changes.broken),
    failedDiagrams: diagnostics(changes.failedDiagrams),
    otherDiagnostics: diagnostics(changes.otherDiagnostics),
    mended: diagnostics(changes.mended),
    verdict: verdictOf(changes),
  });
}

function noteOf({ path, title, permalink, published, reach, reason }: SnapshotNote) {
  const access = ['nobody', 'password', 'unlisted', 'everybody'][reach];
  return { path, title, permalink, published, access, reason };
}

function pairOf({ before, after }: NotePair) {
  return { before: noteOf(before), after: noteOf(after) };
}
