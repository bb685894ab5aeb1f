/** Durations: amounts of calendar units, as both languages write and show them. */
import { ownValue } from '../../own-value.ts';

export const unitNames = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const;
export type Unit = (typeof unitNames)[number];
export type Units = Readonly<Partial<Record<Unit, number>>>;

const length: Readonly<Record<Unit, number>> = {
  years: 365 * 86_400_000,
  months: 30 * 86_400_000,
  weeks: 7 * 86_400_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

/** Length in milliseconds, a month as 30 and a year as 365 days. */
export function durationMs(units: Units): number {
  return unitNames.reduce((sum, unit) => sum + (units[unit] ?? 0) * length[unit], 0);
}

/** The duration of some milliseconds in units up to days. */
export function durationFrom(ms: number, units: readonly Unit[] = unitNames.slice(3)): Units {
  let rest = Math.abs(ms);
  const found: Partial<Record<Unit, number>> = {};
  for (const unit of units) {
    const count = Math.floor(rest / length[unit]);
    if (count > 0) found[unit] = Math.sign(ms) * count;
    rest -= count * length[unit];
  }
  return found;
}

const written: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:y|yrs?|years?)$/i, 'years'],
  [/^(?:M|mo|months?)$/, 'months'],
  [/^(?:mo|months?)$/i, 'months'],
  [/^(?:w|wks?|weeks?)$/i, 'weeks'],
  [/^(?:d|days?)$/i, 'days'],
  [/^(?:h|hrs?|hours?)$/i, 'hours'],
  [/^(?:m|mins?|minutes?)$/, 'minutes'],
  [/^(?:mins?|minutes?)$/i, 'minutes'],
  [/^(?:s|secs?|seconds?)$/i, 'seconds'],
  [/^(?:ms|millis|milliseconds?)$/i, 'milliseconds'],
];

/** `1 day`, `3h`, `8 minutes, 4 seconds`; null for other texts. */
export function parseDuration(text: string): Units | null {
  const whole = /^\s*(?:[-+]?\d+(?:\.\d+)?\s*[a-z]+\s*,?\s*)+$/i;
  if (text.length > 200 || !whole.test(text)) return null;
  const units: Partial<Record<Unit, number>> = {};
  for (const [, count = '', word = ''] of text.matchAll(/([-+]?\d+(?:\.\d+)?)\s*([a-z]+)/gi)) {
    const unit = written.find(([pattern]) => pattern.test(word))?.[1];
    if (unit === undefined) return null;
    units[unit] = (units[unit] ?? 0) + Number(count);
  }
  return units;
}

/** `8 hours, 1 minute` */
export function durationText(units: Units): string {
  const parts = unitNames.flatMap((unit) => {
    const count = units[unit] ?? 0;
    if (count === 0) return [];
    return [`${Number(count.toFixed(3))} ${Math.abs(count) === 1 ? unit.slice(0, -1) : unit}`];
  });
  return parts.join(', ') || '0 seconds';
}

export function scaled(units: Units, factor: number): Units {
  return Object.fromEntries(
    unitNames.flatMap((unit) => {
      const count = units[unit];
      return count === undefined ? [] : [[unit, count * factor]];
    }),
  );
}

export function added(a: Units, b: Units): Units {
  return Object.fromEntries(
    unitNames.flatMap((unit) => {
      const count = (a[unit] ?? 0) + (b[unit] ?? 0);
      return count === 0 ? [] : [[unit, count]];
    }),
  );
}

const tokens: Readonly<Record<string, Unit>> = {
  y: 'years',
  M: 'months',
  w: 'weeks',
  d: 'days',
  h: 'hours',
  m: 'minutes',
  s: 'seconds',
  S: 'milliseconds',
};

/** Dataview's `durationformat`: the whole in the units that the format names; repeated letters pad with zeros. */
export function formatDuration(units: Units, format: string): string {
  const pieces = [...format.matchAll(/'([^']*)'|(?<![a-z])([yMwdhmsS])\2*(?![a-z])|[\s\S]/gi)];
  const used = new Set(pieces.flatMap(([, , letter]) => (letter === undefined ? [] : [letter])));
  const wanted = Object.entries(tokens).filter(([letter]) => used.has(letter));
  // Years in months are twelve of them, not days.
  const months = (units.years ?? 0) * 12 + (units.months ?? 0);
  const calendar = used.has('y') || used.has('M');
  const rest = durationMs(calendar ? { ...units, years: 0, months: 0 } : units);
  const counts = durationFrom(
    rest,
    wanted.map(([, unit]) => unit).filter((unit) => (calendar ? true : unit !== 'years')),
  );
  const years = used.has('y') ? Math.floor(months / 12) + (counts.years ?? 0) : 0;
  const own = {
    ...counts,
    years,
    months: (used.has('y') ? months % 12 : months) + (counts.months ?? 0),
  };
  return pieces
    .map(([text, quoted, letter]) => {
      if (quoted !== undefined) return quoted;
      const unit = letter === undefined ? undefined : ownValue(tokens, letter);
      return unit === undefined ? text : String(own[unit] ?? 0).padStart(text.length, '0');
    })
    .join('');
}
