/** From when and until when a note is to be published: Hugo's `publishDate` and `expiryDate`. */
import type { Schedule } from '../../note.ts';
import { readDate } from './date.ts';
import type { HeadPair } from './head-pairs.ts';

const fromKeys = new Set('publishdate publishon publishat publishfrom publishafter'.split(' '));
const untilKeys = new Set('expirydate unpublishdate unpublishon publishuntil'.split(' '));

export interface ScheduleReading {
  /** Null where the note names no dates. */
  readonly schedule: Schedule | null;
  /** A pair whose date cannot be read: it may lie in the future, or be over. */
  readonly unread: HeadPair | null;
}

/** Reads the dates in the head of a note. Of several the one that publishes less counts. */
export function readSchedule(pairs: readonly HeadPair[]): ScheduleReading {
  const dated = pairs.flatMap((pair) => {
    const name = pair.key.toLowerCase().replace(/[^a-z]/g, '');
    const isFrom = fromKeys.has(name);
    if (!isFrom && !untilKeys.has(name)) return [];
    const text = dateTextOf(pair.value);
    return text === '' ? [] : [{ pair, isFrom, text, date: readDate(text) }];
  });
  const unread = dated.find(({ date }) => date === '')?.pair ?? null;
  const from = dated.filter(({ isFrom }) => isFrom).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  const until = dated.filter(({ isFrom }) => !isFrom).sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  if (from === undefined && until === undefined) return { schedule: null, unread };
  const schedule = {
    ...{ from: from?.date ?? '', fromKey: from?.pair.key ?? '' },
    ...{ until: until?.date ?? '', untilKey: until?.pair.key ?? '' },
  };
  return { schedule, unread };
}

function dateTextOf(written: string): string {
  const text = written.replace(/\s#.*$/, '').replace(/^[\s"'`]+|[\s"'`,]+$/g, '');
  return /^(?:null|~)$/i.test(text) ? '' : text;
}
