import { expect, test } from 'vitest';
import type { Backlink, Target } from '../../garden.ts';
import { gardenOf, linkOf, noteOf } from '../fixtures/hand-made.ts';
import { backlinkGroups, mentionGroups } from './references.ts';

const links = [linkOf('B'), linkOf('Secret plan'), linkOf('B')] as const;
const toB: Target = { kind: 'note', id: 'b', fragment: '' };
const place = { line: 1, column: 1, shown: true };
const content = [{ type: 'noteLink' as const, link: 2, children: [] }];
const garden = gardenOf([
  {
    note: noteOf({
      path: 'a.md',
      title: 'A',
      links,
      lang: 'zh',
      properties: [{ key: 'type', value: 'B', content, ...place }],
    }),
    targets: [toB, { kind: 'private' }, toB],
  },
  { note: noteOf({ path: 'b.md', title: 'B' }) },
]);

function backlink(from: string, link = linkOf('B')): Backlink {
  return { from, link, fragment: '' };
}

test('backlinks are grouped by note, those in properties by their key', () => {
  const backlinks = [backlink('a', links[0]), backlink('a', links[2]), backlink('gone')];
  expect(backlinkGroups(garden, backlinks, 'b')).toEqual([
    { id: 'a', title: 'A', permalink: '/a/', lang: 'zh', links: [0], properties: ['type'] },
  ]);
});

test('journals come first, the newest before others, then notes by title', () => {
  const link = linkOf('X');
  const note = (path: string, title: string, journal: string | null = null) => ({
    note: noteOf({ path, title, journal, links: [link] }),
  });
  const dated = gardenOf([
    note('z.md', 'Zebra'),
    note('j1.md', 'Mar 1st, 2026', '2026-03-01'),
    note('e.md', 'Emu'),
    note('j2.md', 'Mar 2nd, 2026', '2026-03-02'),
  ]);
  const from = ['z', 'j1', 'e', 'j2'].map((id) => backlink(id, link));
  expect(backlinkGroups(dated, from, 'x').map(({ id }) => id)).toEqual(['j2', 'j1', 'e', 'z']);
});

test('mentions have the words around them, private names redacted', () => {
  const mention = { from: 'a', before: 'Of ', text: 'B', after: ' and the Secret plan' };
  expect(mentionGroups(garden, [mention, mention])).toEqual([
    {
      title: 'A',
      permalink: '/a/',
      lang: 'zh',
      contexts: [{ before: 'Of ', text: 'B', after: ' and the 未公开的笔记' }],
    },
  ]);
});
