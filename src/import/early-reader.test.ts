import { expect, test } from 'vitest';
import { renderOrder } from './early-reader.ts';

test('notes are rendered group by group, and each group is told once its last page is rendered', () => {
  const asked: (readonly string[])[] = [];
  const groups = (ids: readonly string[]) => {
    asked.push(ids);
    return [['b', 'ghost'], ['a', 'c', 'kept'], ['d']];
  };
  const ids = ['a', 'b', 'c', 'd', 'kept'];
  const garden = {
    notes: new Map(ids.map((id) => [id, {} as never])),
    ghosts: new Map([['ghost', {} as never]]),
  };
  expect([...renderOrder(garden, ['a', 'b', 'c', 'unlisted'], groups)]).toEqual([
    { id: 'b', complete: ['b', 'ghost'] },
    { id: 'a', complete: null },
    { id: 'c', complete: ['a', 'c', 'kept'] },
    { id: 'unlisted', complete: null },
  ]);
  expect(asked).toEqual([[...ids, 'ghost']]);
});
