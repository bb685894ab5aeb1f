import { expect, test } from 'vitest';
import { showDate, showMonth, weekdayLetters, weeksOf } from './dates.ts';

test('a day is shown in the words of the language, in any time zone', () => {
  expect(showDate('2026-11-01T23:30', 'en')).toBe('Nov 1, 2026');
  expect(showDate('2026-11-01', 'zh')).toBe('2026年11月1日');
  expect(showDate('2026-11-01', 'en', 'long')).toBe('Sunday, November 1, 2026');
});

test('what is no date is shown as it is written', () => {
  expect(showDate('last spring', 'en')).toBe('last spring');
});

test('a month is shown in the words of the language', () => {
  expect([showMonth('2026-11', 'en'), showMonth('2026-11', 'zh')]).toEqual([
    'November 2026',
    '2026年11月',
  ]);
});

test('weeks begin on Monday and are filled with blanks', () => {
  expect(weeksOf('2026-02')).toEqual([
    [null, null, null, null, null, null, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, null],
  ]);
  expect(weekdayLetters('en')).toEqual(['M', 'T', 'W', 'T', 'F', 'S', 'S']);
  expect(weekdayLetters('zh')).toEqual(['一', '二', '三', '四', '五', '六', '日']);
});
