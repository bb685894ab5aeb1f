import { describe, expect, test } from 'vitest';
import { languageOf, readLanguage } from '../../language.ts';
import type { Visibility } from '../../note.ts';
import { readDate } from './date.ts';
import { dateOfKey } from './date-keys.ts';
import { readFrontMatter } from './front-matter.ts';
import { combineSwitches, readSwitch, visibilityOf } from './switch.ts';
import { mayHoldSwitch } from './switch-words.ts';
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

  test('properties that are never closed end where the text begins', () => {
    const bodyOf = (source: string) => source.slice(readFrontMatter('a.md', source).end);
    expect(bodyOf('---\ntags:\n- one\n--\nBody here.')).toBe('Body here.');
    expect(bodyOf('---\ntitle: A\n  more\nBody.\n\nEnd.')).toBe('Body.\n\nEnd.');
    expect(bodyOf('---\ntitle: A')).toBe('');
    expect(bodyOf('---\ntitle: A\n# Head\n## Part: one\nBody.')).toBe(
      '# Head\n## Part: one\nBody.',
    );
    expect(bodyOf('---\ntitle: A\n# comment\nby: B\n- [ ] task\nBody.')).toBe('- [ ] task\nBody.');
  });

  test('a switch below the first odd line of unclosed properties still counts', () => {
    const { source } = readFrontMatter('a.md', '---\ntitle: A\n** x\npublish: false\nShare it.');
    expect(mayHoldSwitch(source)).toBe(true);
    const open = readFrontMatter('a.md', '---\ntitle: A\nShare it.');
    expect(mayHoldSwitch(open.source)).toBe(false);
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
  ['Sunday, March 5th 2023, 10:00:00 am', '2023-03-05T10:00:00'],
  ['Sunday 5th March 2023 22:00:00', '2023-03-05T22:00:00'],
  ['Sun Mar 05 2023 10:00:00 GMT+0800 (China Standard Time)', '2023-03-05T10:00:00+08:00'],
  ['5 March 2023', '2023-03-05'],
  ['Mar 5, 2023 12:30 AM', '2023-03-05T00:30:00'],
  ['2023-03-05 Sunday 10:00', '2023-03-05T10:00:00'],
  ['2023年3月5日 星期日 下午3:05', '2023-03-05T15:05:00'],
  ['20230305', '2023-03-05'],
  [20230305, '2023-03-05'],
  [202303051015, '2023-03-05T10:15:00'],
  [1678000000000, '2023-03-05T07:06:40.000Z'],
  [1678000000, '2023-03-05T07:06:40.000Z'],
  ['5.3.2023', '2023-03-05'],
  ['3/25/2023', '2023-03-25'],
  ['25/3/2023', '2023-03-25'],
  ['03/04/2023', ''],
  ['2023-03-05 25:00', ''],
  ['Smarch 5 2023', ''],
  [2023, ''],
  ['soon', ''],
  [null, ''],
] as const)('the date %j is %j', ([value, expected]) => {
  expect(readDate(value)).toBe(expected);
});

test.for([
  ['date created', 'created'],
  ['create_time', 'created'],
  ['createdAt', 'created'],
  ['last-modified', 'modified'],
  ['date_modified', 'modified'],
  ['create_date', 'created'],
  ['pubDate', 'created'],
  ['创建时间', 'created'],
  ['mtime', 'modified'],
  ['更新日期', 'modified'],
  ['due', null],
] as const)('the property %s gives the date %s', ([key, expected]) => {
  expect(dateOfKey(key)).toBe(expected);
});

test('the language is what the text mostly is', () => {
  expect(languageOf('Kafka 是一个分布式日志')).toBe('zh');
  expect(languageOf('The 拜占庭将军问题 is hard to explain.')).toBe('en');
  expect(languageOf('Broth 豚骨. Links: One, Two words here.')).toBe('en');
  expect(languageOf('データベースの設計。新幹線は速い。')).toBe('ja');
  expect(languageOf('这一节讲日语的 の 与 は 两个助词在句子里的用法')).toBe('zh');
  expect(languageOf('한국어 노트입니다.')).toBe('ko');
  expect(languageOf('טקסט בעברית.')).toBe('he');
  expect(languageOf('هذه جملة قصيرة (Kafka).')).toBe('ar');
  expect(languageOf('این یک متن پارسی است.')).toBe('fa');
  expect(languageOf('Это заметка о Kafka.')).toBe('ru');
  expect(languageOf('Der Server ist nicht erreichbar und wird neu gestartet.')).toBe('de');
  expect(languageOf('Le serveur est dans la salle et les clients sont sur le réseau.')).toBe('fr');
  expect(languageOf('Redis cluster setup')).toBe('en');
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
