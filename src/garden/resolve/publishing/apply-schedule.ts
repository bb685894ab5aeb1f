/** Hides notes whose time has not come, or is over. */
import { type FormerTool, readPostName } from '../../former-tool.ts';
import type { Policy } from '../../garden.ts';
import { momentOf } from '../../moment.ts';
import type { Note } from '../../note.ts';
import { pathIn } from '../lookup/name-key.ts';

/**
 * The notes as they are to be published at a moment (milliseconds since 1970): one that is to be
 * published later, or until an earlier moment, is private by that property. So is a post with a date in the
 * future, where its program does not publish those.
 */
export function applySchedule(
  notes: readonly Note[],
  now: number,
  { movedFrom = [] }: Pick<Policy, 'movedFrom'> = {},
): readonly Note[] {
  return notes.map((note) => {
    const switchKey = closedBy(note, now) || (isEarly(note, now, movedFrom) ? 'date' : '');
    const isOpen = note.visibility === 'public' || note.visibility === 'unset';
    return switchKey === '' || !isOpen ? note : { ...note, visibility: 'private', switchKey };
  });
}

/** The first moment after `now` at which `applySchedule` may decide otherwise; infinite where there is none. */
export function nextChange(notes: readonly Note[], now: number): number {
  const moments = notes.flatMap(({ schedule, created }) => {
    const dates = [schedule?.from ?? '', schedule?.until ?? '', created];
    return dates.filter((date) => date !== '').map(momentOf);
  });
  return moments.reduce((first, moment) => {
    return moment > now && moment < first ? moment : first;
  }, Number.POSITIVE_INFINITY);
}

function closedBy({ schedule }: Note, now: number): string {
  if (!schedule) return '';
  if (schedule.from !== '' && momentOf(schedule.from) > now) return schedule.fromKey;
  return schedule.until !== '' && momentOf(schedule.until) <= now ? schedule.untilKey : '';
}

/** Programs that publish no post before its date unless they are told to. */
const datedTools: readonly FormerTool[] = ['jekyll', 'hugo'];

/** Hexo, with the same folder of posts, publishes those of the future; another program is not known to. */
function isEarly(note: Note, now: number, movedFrom: readonly FormerTool[]): boolean {
  if (note.dialect !== 'obsidian' || note.created === '' || momentOf(note.created) <= now)
    return false;
  if (datedTools.some((tool) => movedFrom.includes(tool))) return true;
  return !movedFrom.includes('hexo') && readPostName(pathIn(note.vault, note.path)) !== null;
}
