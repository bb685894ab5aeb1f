import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from '../fixtures/open-page.ts';
import { keepPlace, keptReading, markRead } from './kept-reading.ts';

beforeEach(() => void openPage('<html></html>'));
afterEach(() => vi.unstubAllGlobals());

const place = { title: 'A', fragment: 'b' };

test('a note that is marked as read is not to be continued, and the mark can be taken back', () => {
  keepPlace('/a/', place);
  keepPlace('/b/', place);
  markRead('/a/', true);
  expect(keptReading()).toEqual({ read: ['/a/'], begun: [{ path: '/b/', ...place }] });
  markRead('/a/', false);
  expect(keptReading().read).toEqual([]);
});

test('the note that was left last comes first, once, among at most five', () => {
  for (const path of ['/a/', '/b/', '/c/', '/d/', '/e/', '/f/', '/b/']) keepPlace(path, place);
  expect(keptReading().begun.map(({ path }) => path)).toEqual(['/b/', '/f/', '/e/', '/d/', '/c/']);
  keepPlace('/b/', null);
  expect(keptReading().begun[0]?.path).toBe('/f/');
});

test.each(['no JSON', '7', '{"read":{},"begun":[{"path":1}]}', '{"read":[3,"/a/"]}'])(
  'what is damaged is left out: %s',
  (kept) => {
    localStorage.setItem('reading', kept);
    expect(keptReading()).toEqual({ read: kept.includes('/a/') ? ['/a/'] : [], begun: [] });
  },
);
