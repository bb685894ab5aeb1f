import { expect, test } from 'vitest';
import { contrast as contrastOf } from '../../../draw/mermaid/contrast.ts';
import { colorStylesheet, colors } from './palette.ts';

test('every colour is a unique pair, so that a pair identifies its name', () => {
  const pairs = Object.values(colors).map((pair) => pair.join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('ink can be read on every background of text, in both themes', () => {
  const grounds = Object.keys(colors).filter((name) =>
    /^(?:canvas|node|cluster|note|band|critical|accent-fill|hue-\d)$/.test(name),
  ) as (keyof typeof colors)[];
  const weak = grounds.flatMap((name) =>
    (['light', 'dark'] as const)
      .map((theme, index) => contrastOf(colors.ink[index] ?? '', colors[name][index] ?? '', theme))
      .filter((ratio) => ratio < 4.5)
      .map((ratio) => [name, ratio]),
  );
  expect(weak).toEqual([]);
});

test('labels on branches and numbers of steps can be read in both themes', () => {
  const lines = Object.keys(colors).filter((name) =>
    /^hue-\d-line$/.test(name),
  ) as (keyof typeof colors)[];
  const weak = lines.flatMap((name) =>
    (['light', 'dark'] as const)
      .map((theme, index) =>
        contrastOf(colors['on-accent'][index] ?? '', colors[name][index] ?? '', theme),
      )
      .filter((ratio) => ratio < 4.5)
      .map((ratio) => [name, ratio]),
  );
  expect(weak).toEqual([]);
});

test('the style sheet of the site has the colours of the palette', async () => {
  await expect(colorStylesheet()).toMatchFileSnapshot('../../../site/styles/diagram-colors.css');
});
