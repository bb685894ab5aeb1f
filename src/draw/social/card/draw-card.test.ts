import { beforeAll, expect, test } from 'vitest';
import { Fonts, loadCard } from '../fonts.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { paletteOf } from './palette.ts';

const fonts = new Fonts();
const palette = paletteOf('');

const card: Card = {
  garden: 'Garden',
  crumbs: ['Systems'],
  title: 'Kafka 与日志',
  description: 'A log that is shared.',
  tags: ['system'],
  lang: 'en',
  graph: { points: [], lines: [] },
};

beforeAll(() => loadCard(fonts, { ...card, title: `${card.title} 🌱 log《》` }));

const graph = {
  points: ['self', 'note', 'note', 'ghost'],
  lines: [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
} as const;

/** Outlines of a text as they stand in a picture. */
function outlines(text: string, weight: 400 | 600): string[] {
  return fonts.set(text, { weight, lang: 'en' }).glyphs.map(({ outline }) => `d="${outline}"`);
}

function draw(changes: Partial<Card>): string {
  return drawCard({ ...card, ...changes }, fonts, palette);
}

/** Whether the outlines stand in the picture in this order, side by side. */
function shows(svg: string, text: string, weight: 400 | 600): boolean {
  const drawn = [...svg.matchAll(/ (d="[^"]*")\/>/g)].map((match) => match[1]);
  return drawn.join(' ').includes(outlines(text, weight).join(' '));
}

test('a picture shows garden, crumbs, title, description and tags as outlines', () => {
  const svg = draw({});
  const shown = [
    shows(svg, 'Garden', 600),
    shows(svg, 'Systems', 400),
    shows(svg, 'Kafka 与日志', 600),
    shows(svg, 'A log that is shared.', 400),
    shows(svg, 'system', 400),
  ];
  expect(shown).toEqual([true, true, true, true, true]);
  expect(shows(svg, 'Kafka log', 600)).toBe(false);
  expect(svg).not.toMatch(/<text|font|undefined|NaN/);
});

test('a title that no font can draw is replaced by the garden’s', () => {
  expect(draw({ title: '🌱' })).toBe(draw({ title: 'Garden' }));
});

test('what is left out of a title leaves no gap', () => {
  expect(draw({ title: '🌱 Kafka 🌱 与日志' })).toBe(draw({ title: 'Kafka 与日志' }));
});

test('long titles are small, and stay within three lines', () => {
  const titles = ['Kafka', 'Kafka log '.repeat(3), 'Kafka log '.repeat(6), 'Kafka log '.repeat(40)];
  const sizes = titles.map((title) => {
    const drawn = draw({ title, crumbs: [], description: '', tags: [], graph });
    const lines = drawn.matchAll(/<g fill="#131210" transform="[^"]* scale\((\S+) /g);
    return [...lines].map((line) => Math.round(Number(line[1]) * 1000));
  });
  expect(sizes).toEqual([[88], [76, 76], [64, 64, 64], [48, 48, 48]]);
});

test('every colour is one of the palette’s', () => {
  const colours = new Set(draw({ graph }).match(/#[0-9a-f]+/g));
  expect([...colours].sort()).toEqual(Object.values(palette).sort());
});

test('the points of a graph are drawn, and nothing where there are none', () => {
  expect(draw({ graph }).match(/<circle/g)).toHaveLength(4);
  expect(draw({})).not.toContain('<circle');
});

test('a wide opening mark hangs over the edge, so that its ink begins there', () => {
  const left = (title: string) => {
    const column = draw({ title, crumbs: [], description: '', tags: [], garden: '' });
    return /<g fill="#131210" transform="translate\((\S+) /.exec(column)?.[1];
  };
  expect([left('日志'), left('《日志》')]).toEqual(['76', '32']);
});
