import { expect, test } from 'vitest';
import { between, type Camera, fitted, inGraph, onCanvas, panned, zoomed } from './camera.ts';

const size = { width: 1000, height: 500 };
const camera: Camera = { x: 10, y: 20, scale: 2 };

test('the whole graph fits with a margin, its middle in the middle', () => {
  const places = Float32Array.of(-900, 100, 900, 100, 0, 300);
  expect(fitted(places, size)).toEqual({ x: 0, y: 200, scale: 880 / 1800 });
});

test('a small graph is not enlarged, and an empty one has a camera', () => {
  expect(fitted(Float32Array.of(0, 0, 10, 0), size)).toEqual({ x: 5, y: 0, scale: 1.5 });
  expect(fitted(new Float32Array(), size)).toEqual({ x: 0, y: 0, scale: 1 });
});

test('the canvas and the graph agree on where things are', () => {
  expect(onCanvas(camera, size, 15, 25)).toEqual([510, 260]);
  expect(inGraph(camera, size, 510, 260)).toEqual([15, 25]);
});

test('dragging moves the picture with the finger', () => {
  expect(onCanvas(panned(camera, 30, -7), size, 15, 25)).toEqual([540, 253]);
});

test('the point below the pointer stays there while zooming', () => {
  const [x, y] = inGraph(camera, size, 700, 100);
  const nearer = zoomed(camera, 1.5, size, 700, 100);
  expect(nearer.scale).toBe(3);
  expect(onCanvas(nearer, size, x, y)).toEqual([700, 100]);
  expect(zoomed(camera, 1000, size, 0, 0).scale).toBe(6);
});

test('an animation starts at one camera and ends at the other', () => {
  const to = { x: 100, y: 0, scale: 8 };
  expect(between(camera, to, 0)).toEqual(camera);
  expect(between(camera, to, 1)).toEqual(to);
});
