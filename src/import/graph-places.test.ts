import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GraphPlaces, type LinkedPoints } from './graph-places.ts';

let cache: string;
const graph = { count: 2, links: [0, 1] };

function placesOf(given: LinkedPoints, folder: string, least?: number): Promise<readonly number[]> {
  return new GraphPlaces(given, folder, least).found();
}

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'graph-places-'));
});
afterEach(() => rm(cache, { recursive: true }));

test('places are kept until a link changes', async () => {
  const path = join(cache, 'graph-places.json');
  const places = await placesOf(graph, cache);
  const kept = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...kept, places: [1, 2, 3, 4] }));
  expect(await placesOf(graph, cache)).toEqual([1, 2, 3, 4]);
  expect(await placesOf({ ...graph, links: [] }, cache)).not.toEqual([1, 2, 3, 4]);
  expect(await placesOf(graph, cache)).toEqual(places);
});

test.each(['{"digest"', 'null', '{"digest":"","places":[]}'])(
  'places that cannot be read are computed again: %s',
  async (damaged) => {
    const places = await placesOf(graph, cache);
    await writeFile(join(cache, 'graph-places.json'), damaged);
    expect(await placesOf(graph, cache)).toEqual(places);
  },
);

test('places are the same from a thread of their own', async () => {
  const links = Array.from({ length: 400 }, (_, index) => [index % 90, (index * 7) % 100]).flat();
  const large = { count: 110, links };
  const alone = await placesOf(large, cache);
  await rm(join(cache, 'graph-places.json'));
  expect(await placesOf(large, cache, 1)).toEqual(alone);
});
