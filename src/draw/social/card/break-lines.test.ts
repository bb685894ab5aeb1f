import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** A Chinese character is one wide, any other half of it. */
function measure(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '⺀' ? 1 : 0.5), 0);
}

/** Three lines of ten Chinese characters. */
function broken(text: string, even = false) {
  return breakLines(text, { width: 10, most: 3, even }, measure);
}

const whole = { torn: false, cut: false };

test('English breaks at blanks, each line as full as it gets', () => {
  const lines = ['one two three four', 'five six seven eight', 'and nine ten'];
  expect(broken(lines.join(' '))).toEqual({ ...whole, lines });
});

test('the lines of a title are about equally long', () => {
  const lines = ['one two three', 'four five six'];
  expect(broken('one two three four five six', true)).toEqual({ ...whole, lines });
});

test('no single word is on the last line', () => {
  const lines = ['one two three', 'four five six', 'seven eight nine'];
  expect(broken('one two three four five six seven eight nine')).toEqual({ ...whole, lines });
});

test('Chinese breaks between words, not within them', () => {
  const lines = ['数据库事务隔离级别与', '可串行化'];
  expect(broken('数据库事务隔离级别与可串行化')).toEqual({ ...whole, lines });
});

test('no line begins with a closing mark or ends with an opening one', () => {
  const { lines } = broken('他说：“一致性（consistency）很难”，我同意。');
  expect(lines).toEqual(['他说：“一致性', '（consistency）很', '难”，我同意。']);
  expect(lines.filter((line) => /^[”），。]|[“（]$/u.test(line))).toEqual([]);
});

test('a name that is wider than a line breaks at its marks', () => {
  const lines = ['java.util.', 'concurrent.', 'ConcurrentHashMap'];
  expect(broken(lines.join(''))).toEqual({ lines, torn: true, cut: false });
});

test('a word without such marks breaks anywhere', () => {
  const lines = ['pneumonoultramicrosc', 'opicsilicovolcanocon', 'iosis'];
  expect(broken(lines.join(''))).toEqual({ lines, torn: true, cut: false });
});

test('what is too long ends in an ellipsis after a whole word and without its comma', () => {
  expect(broken('one two three four five six seven eight nine ten, extraordinarily')).toEqual({
    lines: ['one two three four', 'five six seven eight', 'nine ten…'],
    torn: false,
    cut: true,
  });
  expect(
    broken('一个非常长的标题，它说了很多话，多到三行都放不下，所以必须在某个地方断开'),
  ).toEqual({
    lines: ['一个非常长的标题，它', '说了很多话，多到三行', '都放不下，所以必须…'],
    torn: false,
    cut: true,
  });
});

test('no text has no lines', () => {
  expect(broken('')).toEqual({ ...whole, lines: [] });
});
