import { expect, test } from 'vitest';
import { findPages } from './find-pages.ts';
import { indexOf, page } from './fixtures/small-index.ts';

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
