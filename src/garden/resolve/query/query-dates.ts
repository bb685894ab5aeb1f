/** Replaces days relative to today in the filter of a query by the days that they are. */
import type { Filter } from '../../query.ts';
import { isRelativeDay, relativeDay } from '../../relative-day.ts';

/** Whether the rows of a query depend on the day on which it is answered. */
export function dependsOnToday(filter: Filter): boolean {
  if (filter.op === 'and' || filter.op === 'or') return filter.of.some(dependsOnToday);
  if (filter.op === 'not') return dependsOnToday(filter.of);
  if (filter.op === 'link' || filter.op === 'page') return filter.day !== undefined;
  return filter.op === 'between' && [filter.from, filter.to].some(isRelativeDay);
}

/** The filter as it reads on the ISO day `today`. */
export function onDay(filter: Filter, today: string): Filter {
  if (filter.op === 'and' || filter.op === 'or') {
    return { ...filter, of: filter.of.map((each) => onDay(each, today)) };
  }
  if (filter.op === 'not') return { ...filter, of: onDay(filter.of, today) };
  if (filter.op === 'link' || filter.op === 'page') {
    const { op, name, day } = filter;
    return { op, name: day === undefined ? name : (relativeDay(day, today) ?? name) };
  }
  if (filter.op !== 'between') return filter;
  const days = [filter.from, filter.to].map((day) => relativeDay(day, today) ?? day).sort();
  return { ...filter, from: days[0] ?? '', to: days[1] ?? '' };
}
