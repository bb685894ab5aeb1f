import { expect, test } from 'vitest';
import type { PageText } from '../cut/page-text.ts';
import { page } from './fixtures/small-index.ts';
import { readQuery } from './query.ts';
import { rankPage } from './rank-page.ts';

const query = readQuery('脑裂');
const units = query.units.map((unit) => ({
  unit,
  forms: [unit.words],
  how: 'typed' as const,
  hits: new Map(),
}));

function inOrder(pages: readonly PageText[]): string[] {
  const rank = (one: PageText) => rankPage(one, query, units);
  return [...pages].sort((a, b) => rank(b) - rank(a)).map(({ permalink }) => permalink);
}

function at(permalink: string, made: PageText): PageText {
  return { ...made, permalink };
}

const text = '网络分开之后，脑裂会让两边都写入数据，合并时就丢掉一边。';

test('title, then alias, then heading, then text', () => {
  const headed = [{ fragment: 'a', heading: '脑裂', text: '没有别的。' }];
  expect(
    inOrder([
      at('text', page('分区', text)),
      at('heading', page('分区', '', { sections: headed })),
      at('alias', page('Split brain', text, { names: '脑裂' })),
      at('part of the title', page('如何避免脑裂', text)),
      at('title', page('脑裂', text)),
    ]),
  ).toEqual(['title', 'part of the title', 'alias', 'heading', 'text']);
});

test('a page that says more about it comes before one that names it', () => {
  const list = page('List', '法定人数、租约、脑裂');
  const told = page('Told', `${text}脑裂之后要选一边。`);
  expect(inOrder([at('list', list), at('told', told)])).toEqual(['told', 'list']);
});

test('a note comes before a ghost', () => {
  const ghost = page('脑裂', text, { kind: 'ghost' });
  expect(inOrder([at('ghost', ghost), at('note', page('脑裂', text))])).toEqual(['note', 'ghost']);
});
