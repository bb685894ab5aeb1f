import { expect, test } from 'vitest';
import { editDistance, Suggestions } from './edit-distance.ts';

test.for<[string, string, number]>([
  ['kafka', 'kafka', 0],
  ['kafka', 'kakfa', 1],
  ['kafka', 'kafkaa', 1],
  ['kafka', 'kafk', 1],
  ['kafka', 'kofka', 1],
  ['zookeper', 'zookeeper', 1],
  ['raft', 'paxos', 3],
])('from %s to %s it is %i', ([a, b, distance]) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(editDistance(b, a, 2)).toBe(distance);
});

test.for<[string, string]>([
  ['zookeper', 'ZooKeeper'],
  ['kakfa', 'Kafka'],
  ['分布式系充', '分布式系统'],
  ['chapter 3', ''],
  ['raf', ''],
  ['something else', ''],
])('for %s the suggestion is %j', ([written, suggestion]) => {
  const names = ['ZooKeeper', 'Kafka', 'Raft', '分布式系统', 'Chapter 2'];
  const suggestions = new Suggestions(names.map((name) => [name.toLowerCase(), name]));
  expect(suggestions.nearest(written)).toBe(suggestion);
});

test('of equally near names the first in order is suggested', () => {
  const names = ['bally', 'balls', 'balla'];
  expect(new Suggestions(names.map((name) => [name, name])).nearest('ballx')).toBe('balla');
});
