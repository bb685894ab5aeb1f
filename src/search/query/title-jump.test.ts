import { expect, test } from 'vitest';
import { jumpTo, nearestTitles } from './title-jump.ts';
import type { Title } from './titles.ts';

function title(name: string, more: Partial<Title> = {}): Title {
  return { title: name, permalink: `/${name}/`, kind: 'note', aliases: [], ...more };
}

const titles = [
  title('ZooKeeper'),
  title('Google File System', { aliases: ['GFS', '谷歌文件系统'] }),
  title('主备复制'),
  title('Kafka replication'),
  title('#kafka', { kind: 'tag' }),
  title('Kafka', { kind: 'ghost', permalink: '/ghost/' }),
];

function jumps(typed: string): [string, boolean][] {
  return jumpTo(titles, typed, 6).map(({ title: found, isMeant }) => [found.title, isMeant]);
}

test.each<[string, string, [string, boolean][]]>([
  ['the beginning of a name is meant', 'zoo', [['ZooKeeper', true]]],
  ['an alias is meant', 'gfs', [['Google File System', true]]],
  ['all words in any order are meant', 'system google', [['Google File System', true]]],
  ['a misspelt name only resembles', 'zookeper', [['ZooKeeper', false]]],
  ['the middle of a name only resembles', '复制', [['主备复制', false]]],
  ['nothing like it', '量子', []],
  ['nothing typed', ' ', []],
])('%s: %s', (_, typed, expected) => {
  expect(jumps(typed)).toEqual(expected);
});

test('the whole name comes before its beginning, a name before a tag of it', () => {
  expect(jumps('kafka').map(([name]) => name)).toEqual(['Kafka', 'Kafka replication', '#kafka']);
});

test('a title comes before an alias that matches as well', () => {
  const both = [title('Zab', { aliases: ['Raft'] }), title('Raft')];
  expect(jumpTo(both, 'raft', 6).map(({ title: found }) => found.title)).toEqual(['Raft', 'Zab']);
});

test('the nearest names share most pairs of letters', () => {
  expect(nearestTitles(titles, 'zookeeeperish', 2).map(({ title: name }) => name)).toEqual([
    'ZooKeeper',
  ]);
});

test('what is like no name was meant by none', () => {
  expect(nearestTitles(titles, 'nothing here', 5)).toEqual([]);
});
