import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, fold, foldedPlaces, humpsOf, joinText, wordsOf } from './cut-text.ts';

test('a Chinese character is a word of its own', () => {
  expect(cutText('分布式锁')).toBe('分 布 式 锁');
});

test('the parts of an identifier are words in a row', () => {
  expect(wordsOf('set min.insync.replicas=2 in /etc/kafka_server')).toEqual([
    'set',
    'min',
    'insync',
    'replicas',
    '2',
    'in',
    'etc',
    'kafka',
    'server',
  ]);
});

test('C++ and C# are not C', () => {
  expect(new Set([...wordsOf('C++'), ...wordsOf('C#'), ...wordsOf('c')]).size).toBe(3);
});

test.each([
  '副本（replica）写到 3 台机器，再回复 client。',
  'Kafka 的 min.insync.replicas 与 acks=all 一起用',
  'C++ and C# call read_index() on v1.2.3',
  'A 租约 has a lease',
  'Modern C++17 and C#12, not i++',
  '用户 登录',
  'R+W>N，所以读得到',
])('text is the same after cutting and joining: %s', (text) => {
  expect(joinText(cutText(text))).toBe(text);
});

test('the full stop that the index puts behind Chinese text becomes a Chinese one', () => {
  expect(joinText(`${cutText('先写日志')}. ${cutText('再回复')}.`)).toBe('先写日志。再回复。');
});

test('a sentence that ends in Latin letters is separated from a Chinese one after it', () => {
  expect(joinText(`${cutText('written by the leader')}. ${cutText('再回复')}.`)).toBe(
    'written by the leader. 再回复。',
  );
});

test('full-width letters are found by the usual ones', () => {
  expect(wordsOf('ＧＦＳ２')).toEqual(['gfs2']);
});

test.each(['İstanbul', 'cafe\u0301 İ', 'Straße', 'ὀδός', 'É İ x'])(
  'each place of the folded text leads to its place in the text: %s',
  (text) => {
    const places =
      foldedPlaces(text) ?? Array.from({ length: text.length + 1 }, (_, place) => place);
    const folded = fold(text);
    expect(places.at(folded.length)).toBe(text.length);
    for (let index = 0; index < folded.length; index += 1) {
      const [start = 0, end = 0] = [places[index], places[index + 1]];
      expect(fold(text.slice(start, end))).toBe(folded[index]);
    }
  },
);

test('accents and case do not count', () => {
  expect(fold('Café ÉTÉ')).toBe('cafe ete');
});

test.each([
  ['CrashLoopBackOff', ['crash', 'loop', 'back', 'off']],
  ['HTTPServer', ['http', 'server']],
  ['VMware', ['vmware']],
  ['prevLogIndex', ['prev', 'log', 'index']],
])('the parts of %s', (word, parts) => {
  expect(humpsOf(word)).toEqual(parts);
});

/** ASCII without the signs that have a replacement. */
const ascii = fc.string({
  unit: fc.constantFrom(...'abZ09 .,;:!?-/()[]{}<>=&|~^$%@*"`\'\\'),
  maxLength: 40,
});

test('the words of a text in ASCII are cut one by one, at the signs between their letters', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      const words = text.split(' ').filter((word) => word !== '');
      const cut = words.map((word) =>
        word.replace(/(?<=[a-z\d])([^a-z\d']+)(?=[a-z\d])/gi, '$1‖ '),
      );
      expect(cutText(text)).toBe(cut.join(' '));
    }),
    { numRuns: 2000 },
  );
});

test('words are cut in the same way whatever is beside them', () => {
  const others = fc.constantFrom('é', 'naïve', 'a_b', 'C#', 'İ', '👍');
  fc.assert(
    fc.property(ascii, others, ascii, (before, other, after) => {
      const cut = [before, other, after].map(cutText).filter((text) => text !== '');
      expect(cutText(`${before} ${other} ${after}`)).toBe(cut.join(' '));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Latin', `${'word '.repeat(1_000_000)}end`],
  ['Chinese', '字 '.repeat(1_000_000).trimEnd()],
])('a line may be as long as it wants: %s', (script, cut) => {
  expect(cutText(script === 'Latin' ? cut : cut.replaceAll(' ', '')) === cut).toBe(true);
});
