import { expect, test } from 'vitest';
import { shortened } from './shortened.ts';

test('a long name is cut between whole letters', () => {
  const measure = (text: string) => Array.from(new Intl.Segmenter().segment(text)).length * 10;
  expect(shortened('ZooKeeper', 90, measure)).toBe('ZooKeeper');
  expect(shortened('ZooKeeper', 60, measure)).toBe('ZooKe…');
  expect(shortened('Go 并发', 40, measure)).toBe('Go…');
  expect(shortened('👩‍💻👩‍💻👩‍💻', 20, measure)).toBe('👩‍💻…');
});
