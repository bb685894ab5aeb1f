import { expect, test, vi } from 'vitest';
import type { NotePage, ReferenceGroup, TagPageRecord } from '../garden/page.ts';

vi.mock('./records.ts', () => ({ readExcerpts: () => null }));
const { referencesPages, referencesPart, referencesPath } = await import('./references.ts');

function group(id: string, links = [0]): ReferenceGroup {
  return { id, title: id, permalink: `/${id}/`, lang: 'en', links, properties: [] };
}

test('the references of a page are cut into pages, first the notes with its tag, then the others', () => {
  const tag = { notes: [group('t1'), group('t2'), group('t3')] };
  const page = { kind: 'note', tag, backlinks: [group('b1'), group('b2')] } as unknown as NotePage;
  const pages = Array.from({ length: referencesPages(page, 2) }, (_, index) => {
    const { tagged, backlinks, counts, isCut } = referencesPart(page, index, 2);
    const titles = (notes: typeof tagged) => notes.map(({ title }) => title);
    return { tagged: titles(tagged), backlinks: titles(backlinks), counts, isCut };
  });
  const rest = { counts: { tagged: 3, backlinks: 2 }, isCut: false };
  expect(pages).toEqual([
    { tagged: ['t1', 't2'], backlinks: [], ...rest },
    { tagged: ['t3'], backlinks: ['b1'], ...rest },
    { tagged: [], backlinks: ['b2'], ...rest },
  ]);
});

test('a page has four times as many notes where none of them has an excerpt', () => {
  const notes = Array.from({ length: 9 }, (_, number) => group(`t${number}`, []));
  const page = { kind: 'tag', notes } as unknown as TagPageRecord;
  expect(referencesPages(page, 2)).toBe(2);
  expect(referencesPart(page, 0, 2).tagged).toHaveLength(8);
  expect(referencesPart(page, 1, 2).tagged.map(({ title }) => title)).toEqual(['t8']);
  expect(referencesPages({ ...page, notes: [...notes, group('t9')] }, 2)).toBe(2);
});

test('no page of references has the address of a note called like a number', () => {
  expect([referencesPath('/x/'), referencesPath('/x/', 1)]).toEqual([
    '/_references/x/',
    '/_references-2/x/',
  ]);
});
