import { describe, expect, test } from 'vitest';
import type { Visibility } from '../../note.ts';
import { readDate } from './date.ts';
import { readFrontMatter } from './front-matter.ts';
import { languageOf, readLanguage } from './language.ts';
import { combineSwitches, mayHoldSwitch, readSwitch, visibilityOf } from './switch.ts';
import { textList } from './text-list.ts';

function values(yaml: string): Record<string, unknown> {
  const { entries } = readFrontMatter('a.md', `---\n${yaml}\n---\n`);
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

describe('front matter', () => {
  test('keeps types and places', () => {
    const { entries, end, state } = readFrontMatter(
      'a.md',
      '---\ntitle: A\nlist:\n  - 1\n  -\n---\nx',
    );
    expect({ entries, end, state }).toEqual({
      state: 'read',
      end: 33,
      entries: [
        { key: 'title', value: 'A', source: 'A', offset: 11, line: 2, column: 1 },
        { key: 'list', value: [1, null], source: '- 1\n  -', offset: 21, line: 3, column: 1 },
      ],
    });
  });

  test.for([
    [
      'a: true\nb: yes\nc: 1.5\nd:\ne: 2026-01-02',
      { a: true, b: 'yes', c: 1.5, d: null, e: '2026-01-02' },
    ],
    ['up: "[[A]]"\nlow: [[B c]]', { up: '[[A]]', low: '[[B c]]' }],
    ['date: {{date}}\nid: 12345678901234567890', { date: '{{date}}', id: '12345678901234567890' }],
    ['a:\n  b: 1\n  c: [x, y]', { 'a.b': 1, 'a.c': ['x', 'y'] }],
    ['{"a": "b"}', { a: 'b' }],
    ['', {}],
  ] as const)('reads %j', ([yaml, expected]) => {
    expect(values(yaml)).toEqual(expected);
  });

  test('says where broken YAML breaks, and yields nothing', () => {
    expect(readFrontMatter('a.md', '---\ntitle: A\nby:\n  - @someone\n---\nBody')).toMatchObject({
      state: 'invalid',
      entries: [],
      end: 34,
      diagnostics: [{ code: 'invalid-frontmatter', path: 'a.md', line: 4, column: 5 }],
    });
  });

  test('a rule at the top is no front matter', () => {
    expect(readFrontMatter('a.md', '---\nJust text.').state).toBe('absent');
    expect(readFrontMatter('a.md', 'text\n---\na: b\n---').state).toBe('absent');
  });

  test('is noticed when it is not closed or not in the first line', () => {
    expect(readFrontMatter('a.md', '---\npublish: no\ntext')).toMatchObject({ state: 'invalid' });
    expect(readFrontMatter('a.md', '\n---\na: b\n---\n')).toMatchObject({
      state: 'misplaced',
      entries: [{ key: 'a', value: 'b' }],
    });
  });
});

describe('switches', () => {
  test.for([
    [true, 'yes'],
    ['True', 'yes'],
    [false, 'no'],
    ['false', 'no'],
    [0, 'no'],
    [null, 'absent'],
    ['', 'absent'],
    ['flase', 'unclear'],
    [1, 'unclear'],
    [[true], 'unclear'],
  ] as const)('reads %j as %s', ([value, expected]) => {
    expect(readSwitch(value)).toBe(expected);
  });

  test.for([
    ['publish', true, 'public'],
    ['dg-publish', 'maybe', 'unclear'],
    ['publish', null, 'unset'],
    ['draft', false, 'unset'],
    ['draft', true, 'private'],
    ['private', 'who knows', 'unclear'],
    ['title', true, 'unset'],
  ] as const)('%s: %j is %s', ([key, value, expected]) => {
    expect(visibilityOf(key, value)).toBe(expected);
  });

  test('one that hides is enough', () => {
    const say = (...states: Visibility[]) =>
      combineSwitches(states.map((visibility) => ({ visibility, switchKey: visibility })));
    expect(say('public', 'unclear', 'private')).toEqual(say('private'));
    expect(say('public', 'unclear', 'unreadable')).toEqual(say('unreadable'));
    expect(say('unclear', 'public')).toEqual(say('unclear'));
    expect(say('unset', 'public')).toEqual(say('public'));
    expect(say()).toEqual({ visibility: 'unset', switchKey: '' });
  });

  test('are suspected in broken YAML', () => {
    expect(mayHoldSwitch('a: b\n"dg-publish": @x')).toBe(true);
    expect(mayHoldSwitch('title: A\npublisher: B')).toBe(false);
  });
});

test.for([
  ['2026-05-01', '2026-05-01'],
  ['2026/5/1 9:30', '2026-05-01T09:30:00'],
  ['2026-05-01T09:30:05.123+0800', '2026-05-01T09:30:05+08:00'],
  ['2026年5月1日', '2026-05-01'],
  ['[[2026-05-01]]', '2026-05-01'],
  ['2026-02-30', ''],
  ['soon', ''],
  [null, ''],
] as const)('the date %j is %j', ([value, expected]) => {
  expect(readDate(value)).toBe(expected);
});

test('the language is what the text mostly is', () => {
  expect(languageOf('Kafka 是一个分布式日志')).toBe('zh');
  expect(languageOf('A log, in Chinese 日志')).toBe('en');
  expect(languageOf('42')).toBe('');
  expect(readLanguage('zh_cn')).toBe('zh-CN');
  expect(readLanguage('Chinese language')).toBe('');
});

test('texts come from lists and from divided text', () => {
  expect(textList([' a ', null, 3, 'a, b'])).toEqual(['a', '3', 'a, b']);
  expect(textList('a, b')).toEqual(['a', 'b']);
  expect(textList(undefined)).toEqual([]);
});
