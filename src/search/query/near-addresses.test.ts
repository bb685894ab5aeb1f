import { expect, test } from 'vitest';
import { nearAddresses } from './near-addresses.ts';
import type { Title } from './titles.ts';

function page(permalink: string, title: string, ...aliases: string[]): Title {
  return { title, permalink, kind: 'note', aliases };
}

const titles = [
  page('/systems/kafka/', 'Kafka', 'Apache Kafka'),
  page('/systems/kafka-storage/', 'Kafka Storage'),
  page('/systems/zookeeper/', 'ZooKeeper'),
  page('/共识/raft/', '共识/Raft'),
  page('/papers/ongaro-2014/', 'In Search of an Understandable Consensus Algorithm'),
];

const near = (path: string) => nearAddresses(titles, path, 3).map(({ permalink }) => permalink);

test('a page that moved to another folder is found by the last part of its address', () => {
  expect(near('/notes/zookeeper/')).toEqual(['/systems/zookeeper/']);
  expect(near('/ongaro-2014')).toEqual(['/papers/ongaro-2014/']);
  expect(near('/raft/')).toEqual(['/共识/raft/']);
});

test('case, accents, hyphens and the end of a file do not matter', () => {
  const storage = ['/systems/kafka-storage/'];
  expect(near('/Kafka_Storage.html')).toEqual(storage);
  expect(near('/Systems/Kafka Storage.md')).toEqual(storage);
});

test('an alias is a name, and names that begin with it follow', () => {
  expect(near('/apache-kafka/')).toEqual(['/systems/kafka/']);
  expect(near('/kafka/')).toEqual(['/systems/kafka/', '/systems/kafka-storage/']);
});

test('the address of a folder leads to what is in it', () => {
  expect(near('/systems/')).toEqual([
    '/systems/kafka/',
    '/systems/kafka-storage/',
    '/systems/zookeeper/',
  ]);
  expect(near('/共识')).toEqual(['/共识/raft/']);
});

test('a slip finds the name, and nonsense finds nothing', () => {
  expect(near('/systems/zookeper/')).toEqual(['/systems/zookeeper/']);
  expect(near('/zokeper/')).toEqual(['/systems/zookeeper/']);
  expect(near('/qqq/')).toEqual([]);
  expect(near('/')).toEqual([]);
});
