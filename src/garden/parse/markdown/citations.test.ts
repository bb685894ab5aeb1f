import { expect, test } from 'vitest';
import { citationInText, readCitation } from './citations.ts';

/** All citations of a text, as their parts. */
function citationsIn(text: string): unknown[] {
  return [...text.matchAll(citationInText)].map(([source, inside = '']) => {
    return readCitation(inside, source)?.items.map(({ prefix, key, locator }) => [
      prefix,
      key,
      locator,
    ]);
  });
}

test('a key in brackets is a citation, with what stands before and behind it', () => {
  expect(citationsIn('[@doe99] [see @doe99, pp. 33-35] [-@doe99 chap. 1]')).toEqual([
    [['', 'doe99', '']],
    [['see', 'doe99', 'pp. 33-35']],
    [['', 'doe99', 'chap. 1']],
  ]);
});

test('several works are divided by semicolons', () => {
  expect(citationsIn('[see @doe99, pp. 33-35; also @smith04, ch. 1; @{a b}]')).toEqual([
    [
      ['see', 'doe99', 'pp. 33-35'],
      ['also', 'smith04', 'ch. 1'],
      ['', 'a b', ''],
    ],
  ]);
});

test('keys are those of Pandoc, and words of any script', () => {
  expect(citationsIn('[@Foo_bar.baz:2020-a/b] [@周志华2016] [@doe99.]')).toEqual([
    [['', 'Foo_bar.baz:2020-a/b', '']],
    [['', '周志华2016', '']],
    undefined,
  ]);
});

test('a link, a name without brackets, an address and an empty key are none', () => {
  expect(
    citationsIn('[@doe99](https://a.example) @doe99 [ada@a.example] [@] [@ada; and more]'),
  ).toEqual([undefined]);
});
