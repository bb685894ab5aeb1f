import { expect, test } from 'vitest';
import { sectionMatches } from './excerpts.ts';
import { findPages } from './find-pages.ts';
import { indexOf, page } from './fixtures/small-index.ts';
import { patternOf } from './patterns.ts';

const pages = [
  page('租约', '租约（lease）到期之后，主节点不再写入。'),
  page('Fencing', '过期的主节点可能还以为自己持有租约，用 fencing token 拒绝它。'),
  page('Clocks', 'A clock that drifts makes leases unsafe. Clocks are never exact.'),
  page('线性一致性', '线性一致性要求读到最近一次写入。'),
  page('Config', 'Set min.insync.replicas=2 and acks=all. CrashLoopBackOff comes later.'),
];
const index = indexOf(pages, '性形型');

async function titlesFor(query: string): Promise<string[]> {
  return (await findPages(query, index)).pages.map(({ title }) => title);
}

test.each([
  [
    'the page that is called so comes before the page that mentions it',
    '租约',
    ['租约', 'Fencing'],
  ],
  ['an English word is found in its other forms', 'drifting', ['Clocks']],
  ['a Chinese word and an English one must both be there', '租约 fencing', ['Fencing']],
  ['a word that is half typed', 'fenc', ['Fencing']],
  ['one wrong letter', 'fencign', ['Fencing']],
  ['a first letter too much', 'xdrifts', ['Clocks']],
  ['a character of the same sound', '线形一致', ['线性一致性']],
  ['a part of an identifier', 'backoff', ['Config']],
  ['an identifier whole', 'min.insync.replicas', ['Config']],
  ['an identifier half typed', 'min.insync.rep', ['Config']],
  ['a phrase in quotes', '"leases unsafe"', ['Clocks']],
  ['a phrase in quotes that is nowhere', '"unsafe leases"', []],
  ['a phrase in quotes whose words have other marks between them', '"unsafe clocks"', []],
  ['a phrase in quotes of which only another form occurs', '"lease unsafe"', []],
  ['the same words without quotes', 'unsafe clocks', ['Clocks']],
  ['a question', '什么是租约', ['租约', 'Fencing']],
  ['a word of too few letters for a wrong one', 'akc', []],
  ['something else', '量子纠缠', []],
  ['marks alone', '！？', []],
])('%s: %s', async (_, query, titles) => {
  expect(await titlesFor(query)).toEqual(titles);
});

const spelt = indexOf([
  page('Languages', 'We write C++ and C# every day, and C++17.'),
  page('Complexity', 'Search takes O(log N) time; \\symbfit{x} stands for it.'),
  page('Release', 'Kafka v1.2.3 came out, and 2.0.1 before.'),
  page('Exact', 'Number 1.2.3 alone.'),
  page('German', 'Die Straße und die Größe.'),
  page('Norse', 'Æsop crossed the Øresund to Łódź.'),
  page('Turkish', 'İstanbul is not Diyarbakır.'),
  page('Decomposed', 'A cafe\u0301, then Raft.'),
  page('服务发现', '客户端靠服务发现找到服务器。'),
  page('繁體', '先有領導者，後有選舉。'),
]);

/** Titles, each with the marked texts of its first section. */
async function marksFor(query: string): Promise<readonly string[]> {
  const { pages: found, simplify, units } = await findPages(query, spelt);
  const patterns = units.map(patternOf);
  return found.map((one) => {
    const [first] = sectionMatches(one, patterns, 1, simplify);
    const { text = '', marks = [] } = first?.excerpt ?? {};
    return [one.title, ...marks.map(({ start, end }) => text.slice(start, end))].join(' ');
  });
}

test.each<[string, string, string[]]>([
  ['signs that belong to a name', 'C++', ['Languages C++ C++']],
  ['another sign', 'c#', ['Languages C#']],
  ['a version of a language', 'C++17', ['Languages C++17']],
  ['marks within a formula', 'O(log N)', ['Complexity O(log N']],
  ['a command of a formula', '\\symbfit', ['Complexity symbfit']],
  ['a version without its V, after the exact one', '1.2.3', ['Exact 1.2.3', 'Release v1.2.3']],
  ['a version with its V, before the one without', 'v1.2.3', ['Release v1.2.3', 'Exact 1.2.3']],
  ['a V that no note has', 'v2.0.1', ['Release 2.0.1']],
  ['SS for ß', 'strasse', ['German Straße']],
  ['ß itself', 'STRAẞE', ['German Straße']],
  ['OE for ö', 'Groesse', ['German Größe']],
  ['AE for æ', 'aesop', ['Norse Æsop']],
  ['O for ø', 'oresund', ['Norse Øresund']],
  ['L for ł', 'lodz', ['Norse Łódź']],
  ['a letter of which the small one is longer', 'istanbul', ['Turkish İstanbul']],
  ['the same letter typed', 'İstanbul', ['Turkish İstanbul']],
  ['i without its dot', 'diyarbakir', ['Turkish Diyarbakır']],
  ['a word behind an accent that is a character', 'cafe raft', ['Decomposed cafe\u0301 Raft']],
  ['traditional for simplified Chinese', '服務發現', ['服务发现 服务发现']],
  ['simplified for traditional Chinese in a question', '怎么选举', ['繁體 選舉']],
])('%s is found and marked: %s', async (_, query, expected) => {
  expect(await marksFor(query)).toEqual(expected);
});

test.each<[string, string, string, string[]]>([
  ['its parts, if no page has the whole', '选举的量子', 'some', ['选举']],
  ['its longest words, without the characters between', '领导者选举', 'all', ['选举']],
  ['nothing, if no page has a part', '量子纠缠', 'none', []],
])('a Chinese query without spaces finds %s: %s', async (_, query, how, titles) => {
  const few = indexOf([page('选举', '选举要多数票，领导由选举产生。'), page('Other', 'zebra')]);
  const found = await findPages(query, few);
  expect([found.how, found.pages.map(({ title }) => title)]).toEqual([how, titles]);
});

test('a Chinese word that only says what is asked need not be on the page', async () => {
  const few = indexOf([page('Both', 'raft paxos'), page('Word', 'raft 的区别')]);
  const { pages: found } = await findPages('raft paxos 区别', few);
  expect(found.map(({ title }) => title)).toEqual(['Both']);
});

test.each<[string, string, string[]]>([
  ['a word', 'kafka -zookeeper', ['Alone']],
  ['a phrase', 'kafka -"and zookeeper"', ['Alone']],
  ['an option of one letter excludes nothing', 'kafka -z', ['Alone', 'Both']],
  ['a hyphen within a word', 'kafka and-zookeeper', ['Both']],
  ['nothing else is asked for', '-kafka', ['Alone', 'Both']],
])('a minus before a word excludes the pages with it: %s: %s', async (_, query, titles) => {
  const few = indexOf([page('Both', 'kafka and zookeeper'), page('Alone', 'kafka')]);
  const { pages: found } = await findPages(query, few);
  expect(found.map(({ title }) => title).sort()).toEqual(titles);
});

test('the correction of a misspelt word is named', async () => {
  const { units } = await findPages('fencign', index);
  expect(units.map(({ how, forms }) => [how, forms])).toEqual([['corrected', [['fencing']]]]);
});

test('where no page has all words, only those with most of their weight are found', async () => {
  const shared = 'raft paxos zab kafka';
  const few = indexOf([
    page('Most', `${shared} chubby`),
    page('Fewer', shared),
    page('Other', 'zebra'),
  ]);
  const titles = async (query: string) => {
    const { how, pages: found } = await findPages(query, few);
    return [how, ...found.map(({ title }) => title)];
  };
  expect(await titles(`${shared} chubby zebra`)).toEqual(['most', 'Most']);
  expect(await titles('raft zebra')).toEqual(['none']);
  expect(await titles(`${shared} chubby "zebra"`)).toEqual(['none']);
});

test('pages beyond those that are read follow in the order of the index', async () => {
  const many = Array.from({ length: 6 }, (_, number) => page(`${number}`, 'raft'));
  const small = indexOf(many);
  const weighed = async (words: readonly string[]) => (await small.phrase(words)).toReversed();
  const { pages: read, rest } = await findPages('raft', { ...small, weighed }, 2);
  expect(read.map(({ title }) => title).sort()).toEqual(['4', '5']);
  expect(rest.map(({ id }) => id)).toEqual(['/3/', '/2/', '/1/', '/0/']);
});

test('a page that has several forms of a word counts the matches of all', async () => {
  const { units } = await findPages('crash', indexOf([page('A', 'crash CrashLoop CrashLoop')]));
  expect(units.map(({ hits }) => [...hits.values()].map(({ count }) => count))).toEqual([[3]]);
});

test('a word that is typed twice counts once', async () => {
  const { units } = await findPages('raft raft', indexOf([page('A', 'raft')]));
  expect(units.map(({ unit }) => unit.text)).toEqual(['raft']);
});
