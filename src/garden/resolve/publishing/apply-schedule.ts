/** Hides notes whose time has not come, or is over. */
import type { Note } from '../../note.ts';

/**
 * The notes as they are to be published at a moment (milliseconds since 1970): one that is to be
 * published later, or until an earlier moment, is private by that property.
 */
export function applySchedule(notes: readonly Note[], now: number): readonly Note[] {
  return notes.map((note) => {
    const switchKey = closedBy(note, now);
    const isOpen = note.visibility === 'public' || note.visibility === 'unset';
    return switchKey === '' || !isOpen ? note : { ...note, visibility: 'private', switchKey };
  });
}

function closedBy({ schedule }: Note, now: number): string {
  if (!schedule) return '';
  if (schedule.from !== '' && momentOf(schedule.from) > now) return schedule.fromKey;
  return schedule.until !== '' && momentOf(schedule.until) <= now ? schedule.untilKey : '';
}

/** A date without a zone is taken as UTC, so that a build does not depend on where it runs. */
function momentOf(date: string): number {
  const isDay = !date.includes('T');
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(date);
  return Date.parse(isDay || hasZone ? date : `${date}Z`);
}
