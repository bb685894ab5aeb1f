import { expect, test } from 'vitest';
import { relativeDay } from '../../relative-day.ts';
import { dependsOnToday, onDay } from './query-dates.ts';

test.each([
  ['today', '2026-03-01'],
  ['yesterday', '2026-02-28'],
  ['tomorrow', '2026-03-02'],
  ['-7d', '2026-02-22'],
  ['+1w', '2026-03-08'],
  ['1m', '2026-04-01'],
  ['-1y', '2025-03-01'],
  ['-3h', '2026-03-01'],
  ['2026-01-01', null],
  ['soon', null],
  ['constructor', null],
])('%s on the first of March is %s', (written, day) => {
  expect(relativeDay(written, '2026-03-01')).toBe(day);
});

test('days in a filter are those of the day, the earlier first; others stay', () => {
  const between = { op: 'between', key: 'journal', from: 'today', to: '-7d' } as const;
  const filter = { op: 'and', of: [between, { op: 'not', of: between }] } as const;
  const dated = { op: 'between', key: 'journal', from: '2026-02-22', to: '2026-03-01' };
  expect(onDay(filter, '2026-03-01')).toEqual({
    op: 'and',
    of: [dated, { op: 'not', of: dated }],
  });
  expect(dependsOnToday(filter)).toBe(true);
  expect(dependsOnToday({ op: 'not', of: { op: 'all' } })).toBe(false);
});

test('the journal of a day relative to today is called by its date', () => {
  const page = { op: 'page', name: '', day: 'yesterday' } as const;
  expect(onDay(page, '2026-03-01')).toEqual({ op: 'page', name: '2026-02-28' });
  expect(dependsOnToday(page)).toBe(true);
  const own = { op: 'link', name: '' } as const;
  expect([onDay(own, '2026-03-01'), dependsOnToday(own)]).toEqual([own, false]);
});
