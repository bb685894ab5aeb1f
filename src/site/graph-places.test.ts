import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphData } from '../garden/graph/graph-data.ts';
import { placesOf } from './graph-places.ts';

let cache: string;
const data: GraphData = {
  notes: [
    ['A', '/a/', 0, [], 0],
    ['B', '/b/', 0, [], 0],
  ],
  tags: [],
  folders: [''],
  links: [0, 1],
};

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'graph-places-'));
});
afterEach(() => rm(cache, { recursive: true }));

test('places are kept until a link changes', async () => {
  const path = join(cache, 'graph-places.json');
  const places = placesOf(data, cache);
  const kept = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...kept, places: [1, 2, 3, 4] }));
  expect(placesOf(data, cache)).toEqual([1, 2, 3, 4]);
  expect(placesOf({ ...data, links: [] }, cache)).not.toEqual([1, 2, 3, 4]);
  expect(placesOf(data, cache)).toEqual(places);
});

test('what cannot be read is computed again', async () => {
  const places = placesOf(data, cache);
  await writeFile(join(cache, 'graph-places.json'), '{"digest"');
  expect(placesOf(data, cache)).toEqual(places);
});
