import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Card } from './card/card.ts';
import { paletteOf } from './card/palette.ts';
import { drawPictures } from './draw-pictures.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-drawn-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function order(title: string, name: string) {
  const graph = { points: [], lines: [] };
  const card: Card = {
    garden: 'G',
    crumbs: [title],
    title,
    description: title,
    tags: [title],
    lang: 'en',
    graph,
  };
  return { card, location: join(folder, name) };
}

test.each([
  ['letters that only together are one', 'ㄱㅏ'],
  ['a mark without its letter', '\u0301x'],
  ['half of a character', '\ud800 x'],
  ['nothing that a font has', '🌱'],
])('a picture is drawn of %s', async (_what, title) => {
  const one = order(title, 'one.png');
  expect(await drawPictures([one], paletteOf(''), () => {})).toEqual([]);
  expect(imageSize(await readFile(one.location))).toMatchObject({ width: 1200, height: 630 });
});

test('a picture that cannot be made leaves the others alone', async () => {
  const bad = order('A', 'no\u0000name.png');
  const good = order('B', 'b.png');
  const done: number[] = [];
  const failed = await drawPictures([bad, good], paletteOf(''), (count) => done.push(count));
  expect(failed).toEqual([bad]);
  expect(imageSize(await readFile(good.location)).width).toBe(1200);
  expect(done).toEqual([1, 2]);
});
