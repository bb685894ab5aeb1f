import { afterEach, expect, test } from 'vitest';
import type { NotePage } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { gardenImage, noteImage } from './social-image.ts';

const settings: { socialImages?: boolean } = site;
const note = { title: 'Raft', image: '' } as NotePage;

afterEach(() => {
  delete settings.socialImages;
});

test('a note shows its own picture, else the one drawn for it, else that of the garden', () => {
  const urls = [
    noteImage({ ...note, image: '/assets/a.png' }, 'drawn.png'),
    noteImage(note, 'drawn.png'),
    noteImage(note, undefined),
  ].map((image) => [image?.url, image?.alt]);
  expect(urls).toEqual([
    ['https://garden.example/assets/a.png', 'Raft'],
    ['https://garden.example/social/drawn.png', 'Raft'],
    ['https://garden.example/social/garden.png', site.title],
  ]);
});

test('without social images the garden has none', () => {
  settings.socialImages = false;
  expect([gardenImage(), noteImage(note, undefined)]).toEqual([null, null]);
});
