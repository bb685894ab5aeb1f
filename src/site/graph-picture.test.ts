import { expect, test } from 'vitest';
import { groupsOf } from '../browser/graph/groups.ts';
import { everything, graphOf } from '../browser/graph/model.ts';
import { sceneOf } from '../browser/graph/scene.ts';
import type { GraphNote, PlacedGraphData } from '../garden/graph/graph-data.ts';
import { graphPicture } from './graph-picture.ts';

function pictureOf(count: number, links: readonly number[], title = 'Note') {
  const notes = Array.from(
    { length: count },
    (_, index): GraphNote => [`${title} ${index}`, `/${index}/`, 0, [], index % 2],
  );
  const places = notes.flatMap((_, index) => [(index % 60) * 40, Math.floor(index / 60) * 40]);
  const data: PlacedGraphData = { notes, links, places, tags: [], folders: ['a', 'b'] };
  const graph = graphOf(data, everything);
  return graphPicture(
    graph,
    sceneOf(graph, graph.places ?? new Float32Array(), groupsOf(data, graph, 'folder').slotOf),
  );
}

test('a picture has a dot for each note, in the colour of its group, and a line for each link', () => {
  const { width, height, view, dots, lines, looks } = pictureOf(3, [0, 1]);
  expect({ width, height, view }).toEqual({ width: 80, height: 1, view: '0 0 80 1' });
  expect(dots.map(({ colour, path }) => [colour, path])).toEqual([
    ['blue', 'm80 0h0'],
    ['blue', 'm0 0h0'],
    ['amber', 'm40 0h0'],
  ]);
  expect(lines).toBe('m0 0l40 0');
  expect(looks.wide.names.map(({ text, x, y }) => [text, x, y])).toEqual([
    ['Note 0', 0, 0],
    ['Note 1', 50, 0],
    ['Note 2', 100, 0],
  ]);
});

test('long names are cut, Chinese ones by the room that they take', () => {
  const [name] = pictureOf(2, [0, 1], '共识算法的一个很长很长很长的名字').looks.small.names;
  expect(name?.text).toBe('共识算法的一个很长很长很长的名…');
});

test('a picture of many notes stays small', () => {
  const links = Array.from({ length: 20_000 }, (_, index) => [index % 9000, (index * 7) % 9000]);
  const { dots, lines } = pictureOf(9000, links.flat());
  const dotCount = dots.flatMap(({ path }) => path.match(/h0/g) ?? []).length;
  expect(dotCount).toBe(1400);
  expect(lines.length + dots.map(({ path }) => path).join('').length).toBeLessThan(20_000);
});

test('a garden without notes has an empty picture', () => {
  const { dots, lines, looks } = pictureOf(0, []);
  expect([dots, lines, looks.wide.names]).toEqual([[], '', []]);
});
