import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { BodyShelf, bytesOf } from './body-shelf.ts';

const bodyOf = (value: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
});

/** A shelf for notes of this many characters; `parsed` are those that it had to parse again. */
function shelfOf(length: number, paths: readonly string[], most?: number) {
  const parsed: string[] = [];
  const shelf = new BodyShelf(
    () => length,
    (path) => {
      parsed.push(path);
      return bodyOf(path);
    },
    most,
  );
  for (const path of paths) shelf.put(path, bytesOf(bodyOf(path)));
  return { shelf, parsed };
}

test('a body that was asked for last is at hand, others are read from their bytes again', () => {
  const { shelf, parsed } = shelfOf(200_000, ['a', 'b', 'c']);
  const [a, b] = [shelf.get('a'), shelf.get('b')];
  expect(shelf.get('a')).toBe(a);
  expect(shelf.get('c')).toEqual(bodyOf('c'));
  expect(shelf.get('a')).toBe(a);
  expect(shelf.get('b')).not.toBe(b);
  expect(shelf.get('b')).toEqual(b);
  expect(parsed).toEqual([]);
});

test('what there is no room for is parsed again, and what is released makes room', () => {
  const { shelf, parsed } = shelfOf(600_000, ['a', 'b', 'c'], bytesOf(bodyOf('a')).length * 2.5);
  expect(['a', 'b', 'c'].map((path) => shelf.get(path))).toEqual(['a', 'b', 'c'].map(bodyOf));
  expect(parsed).toEqual(['c']);
  shelf.release('a');
  shelf.put('c', bytesOf(bodyOf('c')));
  shelf.get('b');
  shelf.get('c');
  expect(parsed).toEqual(['c']);
  shelf.get('a');
  expect(parsed).toEqual(['c', 'a']);
});
