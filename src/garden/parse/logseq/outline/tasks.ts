/** Task markers, priorities, planning lines and log books of a Logseq block. */

import { isoDate } from '../../../journal-dates.ts';
import type { Task } from '../../../note.ts';

interface TaskMark {
  readonly marker: string;
  readonly priority: Task['priority'];
  /** Length of marker and priority including the blanks after them. */
  readonly length: number;
}

const markers =
  /^(NOW|LATER|TODO|DOING|DONE|WAITING|WAIT|CANCELED|CANCELLED|IN-PROGRESS)(?:[\t ]+|$)/;

/** The task at the start of a block's first line (after its '#' signs), or null. */
export function readTask(text: string): TaskMark | null {
  const match = markers.exec(text);
  if (!match) return null;
  const priority = readPriority(text.slice(match[0].length));
  return {
    marker: match[1] ?? '',
    priority: priority?.priority ?? null,
    length: match[0].length + (priority?.length ?? 0),
  };
}

/** `[ ]` or `[x]` at the start of a block: how the database version exports its tasks. */
export function readCheckBox(text: string): TaskMark | null {
  const [mark, sign] = /^\[([ xX])\](?:[\t ]+|$)/.exec(text) ?? [];
  if (mark === undefined) return null;
  return { marker: sign === ' ' ? 'TODO' : 'DONE', priority: null, length: mark.length };
}

/** `[#A]` at the start of a text: a block may have a priority without being a task. */
export function readPriority(text: string): { priority: 'A' | 'B' | 'C'; length: number } | null {
  const match = /^\[#([ABC])\](?:[\t ]+|$)/.exec(text);
  const letter = match?.[1];
  if (!match || !(letter === 'A' || letter === 'B' || letter === 'C')) return null;
  return { priority: letter, length: match[0].length };
}

/** Whether the marker means done or cancelled. */
export function isDone(marker: string): boolean {
  return marker === 'DONE' || marker === 'CANCELED' || marker === 'CANCELLED';
}

const planning = /(SCHEDULED|DEADLINE):[\t ]*<(\d{4})-(\d{2})-(\d{2})([^>\n]*)>/g;

/** The dates of a line that consists of SCHEDULED and DEADLINE, or null. */
export function readPlanning(line: string): { scheduled: string; deadline: string } | null {
  if (line.replace(planning, '').trim() !== '') return null;
  const found = { scheduled: '', deadline: '' };
  for (const [, kind, year, month, day, rest] of line.matchAll(planning)) {
    const date = isoDate(Number(year), Number(month), Number(day));
    if (!date) continue;
    const time = /\b(\d{1,2}):(\d{2})\b/.exec(rest ?? '');
    const value = time ? `${date}T${(time[1] ?? '').padStart(2, '0')}:${time[2]}` : date;
    if (kind === 'SCHEDULED') found.scheduled = value;
    else found.deadline = value;
  }
  return found.scheduled === '' && found.deadline === '' ? null : found;
}
