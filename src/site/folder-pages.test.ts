import { expect, test } from 'vitest';
import type { NoteSummary } from '../garden/page.ts';
import { folderKey } from './explorer.ts';
import { folderPages, folderPermalink } from './folder-pages.ts';

function note(title: string, ancestors: readonly string[]): NoteSummary {
  return {
    ...{ id: title, title, permalink: `/${title}/`, kind: 'note', path: '', lang: 'en' },
    ...{ aliases: [], tags: [], journal: null, created: '', modified: '', description: '' },
    ...{ backlinks: 0, ancestors },
  };
}

const [mit, papers] = [folderKey(['mit']), folderKey(['mit', 'papers'])];

test('each folder has a page with its folders and notes, under the titles around it', () => {
  const pages = folderPages([
    note('mit', []),
    note('GFS', ['mit', 'papers']),
    note('Raft', ['mit', 'papers']),
    note('Kafka', []),
  ]);
  expect(pages.map((page) => ({ ...page, notes: page.notes.map(({ id }) => id) }))).toEqual([
    {
      ...{ path: [], own: null, index: 0, pages: 1, permalink: '/_folders/', notes: ['Kafka'] },
      folders: [{ title: 'mit', key: mit, count: 3, permalink: '/mit/' }],
    },
    {
      ...{ path: ['mit'], own: '/mit/', index: 0, pages: 1, permalink: `/_folders/${mit}/` },
      folders: [{ title: 'papers', key: papers, count: 2 }],
      notes: [],
    },
    {
      ...{ path: ['mit', 'papers'], own: null, index: 0, pages: 1, folders: [] },
      ...{ permalink: `/_folders/${papers}/`, notes: ['GFS', 'Raft'] },
    },
  ]);
});

test('a folder with too many notes has several pages, and its folders are on the first', () => {
  const notes = ['a', 'b', 'c'].map((title) => note(title, ['mit']));
  const pages = folderPages([...notes, note('GFS', ['mit', 'papers'])], [], 2);
  expect(
    pages.map(({ permalink, notes: shown, folders }) => [permalink, shown.length, folders.length]),
  ).toEqual([
    ['/_folders/', 0, 1],
    [`/_folders/${mit}/`, 2, 1],
    [`/_folders/${mit}/2/`, 1, 0],
    [`/_folders/${papers}/`, 1, 0],
  ]);
});

test('the owner’s order is kept, and a garden without folders has the page of all', () => {
  const notes = [note('a', ['x']), note('b', ['y'])];
  expect(folderPages(notes, ['y'])[0]?.folders.map(({ title }) => title)).toEqual(['y', 'x']);
  expect(folderPages([note('a', [])]).map(({ permalink }) => permalink)).toEqual(['/_folders/']);
  expect(folderPermalink(['mit'], 1)).toBe(`/_folders/${mit}/2/`);
});
