import { expect, test } from 'vitest';
import { journalDate, journalTitle } from '../../../journal-dates.ts';
import { cleanPageName, pageNameOf } from './page-name.ts';

test.each([
  ['pages/mit___6.824.md', 'mit/6.824'],
  ['pages/deep/folder/a___b___c.md', 'a/b/c'],
  ['pages/CLI___Q___What%3F.md', 'CLI/Q/What?'],
  ['pages/Tweet___x...___.md', 'Tweet/x...'],
  ['pages/100% sure.md', '100% sure'],
  ['pages/%E9%A1%B5%E9%9D%A2.md', '页面'],
  ['pages/%2Ehidden.md', '.hidden'],
  ['pages/C++.md', 'C++'],
])('%s is the page %s in the new format', (path, name) => {
  expect(pageNameOf(path, { fileNames: 'triple-lowbar', pageFolder: 'pages' })).toBe(name);
});

test.each([
  ['pages/mit%2F6.824.md', 'mit/6/824'],
  ['pages/a.b.md', 'a/b'],
  ['pages/分布式.系统.md', '分布式/系统'],
  ['pages/100%.md', '100%'],
])('%s is the page %s in the legacy format', (path, name) => {
  expect(pageNameOf(path, { fileNames: 'legacy', pageFolder: 'pages' })).toBe(name);
});

test('a name is composed, trimmed, and loses one slash at either end', () => {
  expect(cleanPageName(' /Cafe\u0301/ ')).toBe('Caf\u00e9');
});

test.each([
  ['Jan 3rd, 2026', 'MMM do, yyyy', '2026-01-03'],
  ['Feb 11th, 2026', 'MMM do, yyyy', '2026-02-11'],
  ['2026-01-05 Mon', 'yyyy-MM-dd EEE', '2026-01-05'],
  ['Mon, 2026/01/05', 'E, yyyy/MM/dd', '2026-01-05'],
  ['Monday, 05-01-2026', 'EEEE, dd-MM-yyyy', '2026-01-05'],
  ['20260105', 'yyyyMMdd', '2026-01-05'],
  ['2026年01月05日', 'yyyy年MM月dd日', '2026-01-05'],
  ['January 5th, 2026', 'MMMM do, yyyy', '2026-01-05'],
])('%s in the format %s is %s, both ways', (name, format, date) => {
  expect(journalDate(name, [format])).toBe(date);
  expect(journalTitle(date, format)).toBe(name);
});

test.each(['2026-02-30', '2026-13-01', 'Chapter 3rd, 2026', '2026/01/05', 'CLAUDE', '12'])(
  '%s is no date',
  (name) => {
    expect(journalDate(name, ['MMM do, yyyy', 'yyyy-MM-dd', 'yyyy_MM_dd'])).toBeNull();
  },
);
