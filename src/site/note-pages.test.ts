import { expect, test } from 'vitest';
import type { NoteSummary } from '../garden/page.ts';
import { notesByInitial, notesPages } from './note-pages.ts';

function note(title: string): NoteSummary {
  return {
    ...{ id: title, title, permalink: `/${title}/`, kind: 'note', path: `${title}.md`, lang: 'en' },
    ...{ aliases: [], tags: [], journal: null, created: '', modified: '', description: '' },
    backlinks: 0,
  };
}

const notes = ['a1', 'a2', 'a3', 'b1', '7', '卡夫卡'].map(note);
const titles = (list: readonly NoteSummary[]) => list.map(({ title }) => title);

test('a garden whose notes are on one page has no others', () => {
  expect(notesPages(notes, 6)).toEqual([]);
  expect(notesByInitial(notes, 6).map(({ initial, all }) => [initial, all])).toEqual([
    ['#', null],
    ['A', null],
    ['B', null],
    ['K', null],
  ]);
});

test('a larger garden has pages for each initial, of at most so many notes', () => {
  const pages = notesPages(notes, 2);
  expect(pages.map((page) => [page.permalink, titles(page.notes), page.index, page.pages])).toEqual(
    [
      ['/_notes/other/', ['7'], 0, 1],
      ['/_notes/a/', ['a1', 'a2'], 0, 2],
      ['/_notes/a/2/', ['a3'], 1, 2],
      ['/_notes/b/', ['b1'], 0, 1],
      ['/_notes/k/', ['卡夫卡'], 0, 1],
    ],
  );
});

test('the page of all notes shows the first of each initial, and leads to all of them', () => {
  expect(
    notesByInitial(notes, 4).map(({ initial, shown, count, all }) => [
      ...[initial, titles(shown), count, all],
    ]),
  ).toEqual([
    ['#', ['7'], 1, null],
    ['A', ['a1'], 3, '/_notes/a/'],
    ['B', ['b1'], 1, null],
    ['K', ['卡夫卡'], 1, null],
  ]);
});
