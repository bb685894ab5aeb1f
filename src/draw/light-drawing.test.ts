import { expect, test } from 'vitest';
import { isLightDrawing } from './light-drawing.ts';

function svg(inside: string): Uint8Array {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">';
  return new TextEncoder().encode(`${open}${inside}</svg>`);
}

const ground = (colour: string) => `<rect width="100" height="100" fill="${colour}"/>`;
const box = (colour: string) => `<rect x="20" y="20" width="40" height="30" fill="${colour}"/>`;
const line = (colour: string) =>
  `<path d="M10 10 90 90M10 90 90 10" stroke="${colour}" stroke-width="3"/>`;

test.each([
  ['a light ground', ground('#fcfbf8') + box('#cfe3d4') + line('#2b2a27')],
  ['dark lines on none', line('#000')],
  ['a box on none', box('#336')],
])('%s is made for light paper', async (_, inside) => {
  expect(await isLightDrawing(svg(inside))).toBe(true);
});

test.each([
  ['a dark ground', ground('#222') + line('#fff')],
  ['light lines on none', line('#eee')],
  ['a ground of colour', ground('#c33') + box('#fff')],
  [
    'a style of its own for the dark',
    `<style>@media (prefers-color-scheme: dark){}</style>${ground('#fff')}`,
  ],
  ['a photo', `${ground('#fff')}<image href="data:image/png;base64,AA"/>`],
  ['nothing', ''],
])('%s is not', async (_, inside) => {
  expect(await isLightDrawing(svg(inside))).toBe(false);
});

test('what cannot be drawn is not, and stops nothing', async () => {
  expect(await isLightDrawing(new TextEncoder().encode('<svg><rect'))).toBe(false);
});
