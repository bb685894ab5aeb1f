import { expect, test } from 'vitest';
import type { Backlink, Target } from '../../garden.ts';
import { gardenOf, linkOf, noteOf } from '../fixtures/hand-made.ts';
import { backlinkGroups, mentionGroups } from './backlinks.ts';

function context(before: string, text: string, after: string, fragment = '') {
  return { before, text, after, fragment };
}

const twice = [
  linkOf('B', { context: context('See ', 'B', ' and Secret plan.', 'top') }),
  linkOf('B', { context: context('See ', 'B', ' and Secret plan.', 'top') }),
  linkOf('Secret plan', { context: context('See B and ', 'Secret plan', '.', 'top') }),
];
const toB: Target = { kind: 'note', id: 'b', fragment: '' };
const garden = gardenOf([
  {
    note: noteOf({ path: 'a.md', title: 'A', links: twice, lang: 'zh' }),
    targets: [toB, toB, { kind: 'private' }],
  },
  { note: noteOf({ path: 'b.md', title: 'B' }) },
]);

function backlink(from: string, link = linkOf('B')): Backlink {
  return { from, link, fragment: '' };
}

test('backlinks are grouped by note, each context once, private names redacted', () => {
  const backlinks = [
    backlink('a', twice[0]),
    backlink('a', twice[1]),
    backlink('b'),
    backlink('gone'),
  ];
  expect(backlinkGroups(garden, backlinks, 'b')).toEqual([
    {
      title: 'A',
      permalink: '/a/',
      lang: 'zh',
      contexts: [context('See ', 'B', ' and 未公开的笔记.', 'top')],
    },
  ]);
});

test('a reference to a block shows that block’s first line', () => {
  const facts = { id: 'x', parent: -1, task: null, properties: [], links: [] };
  const block = { ...facts, fragment: 'x', text: 'The line.', line: 1, column: 1 };
  const withBlock = gardenOf([
    { note: noteOf({ path: 'a.md', title: 'A' }) },
    { note: noteOf({ path: 'b.md', title: 'B', blocks: [block] }) },
  ]);
  const link = linkOf('', { kind: 'block', by: 'block', context: context('see ', '', '!') });
  const groups = backlinkGroups(withBlock, [{ from: 'a', link, fragment: 'x' }], 'b');
  expect(groups[0]?.contexts).toEqual([context('see ', 'The line.', '!')]);
});

test('an embed without words around it only names its note', () => {
  const embed = linkOf('B', { context: context('', '', '') });
  expect(backlinkGroups(garden, [backlink('a', embed)], 'b')).toEqual([
    { title: 'A', permalink: '/a/', lang: 'zh', contexts: [] },
  ]);
});

test('mentions have the same form', () => {
  const mention = { from: 'a', before: 'Of ', text: 'B', after: ' and the Secret plan' };
  expect(mentionGroups(garden, [mention])).toEqual([
    {
      title: 'A',
      permalink: '/a/',
      lang: 'zh',
      contexts: [context('Of ', 'B', ' and the 未公开的笔记')],
    },
  ]);
});
