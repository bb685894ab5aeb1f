/** The colours of the page, for drawing on a canvas. */
import { slots } from './groups.ts';

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

export interface Colours {
  readonly line: Rgb;
  readonly ink: Rgb;
  readonly paper: Rgb;
  readonly accent: Rgb;
  /** By slot of `groups.ts`. */
  readonly slots: readonly Rgb[];
}

const groupTokens = ['blue', 'amber', 'green', 'purple', 'red', 'pink'];

/** Names of the tokens by slot: the legend uses the same. */
export const slotTokens: readonly string[] = Object.assign([...groupTokens], {
  [slots.other]: 'gray',
  [slots.journal]: 'teal',
  [slots.ghost]: 'muted',
  [slots.tag]: 'ink-strong',
});

/**
 * Reads the tokens through probe elements: a canvas cannot evaluate `light-dark()`. All of them at once, as
 * each change of the page before a reading costs a new computation of styles.
 */
export function coloursOf(host: HTMLElement): Colours {
  const tokens = ['muted', 'ink', 'raised', 'accent', ...slotTokens];
  const probes = tokens.map((token) => {
    const probe = document.createElement('span');
    probe.style.color = `var(--${token})`;
    return probe;
  });
  const holder = document.createElement('span');
  holder.append(...probes);
  host.append(holder);
  const values = probes.map((probe) => getComputedStyle(probe).color);
  holder.remove();
  const [line, ink, paper, accent, ...rest] = rgbOf(values);
  const grey: Rgb = [0.5, 0.5, 0.5];
  return {
    line: line ?? grey,
    ink: ink ?? grey,
    paper: paper ?? grey,
    accent: accent ?? grey,
    slots: rest,
  };
}

/** CSS colours as numbers: one pixel of a canvas for each. */
function rgbOf(values: readonly string[]): readonly Rgb[] {
  const pixels = new OffscreenCanvas(values.length, 1).getContext('2d', {
    willReadFrequently: true,
  });
  if (!pixels) return [];
  for (const [x, value] of values.entries()) {
    pixels.fillStyle = value;
    pixels.fillRect(x, 0, 1, 1);
  }
  const { data } = pixels.getImageData(0, 0, values.length, 1);
  return values.map((_, x) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(x * 4);
    return [red / 255, green / 255, blue / 255];
  });
}

/** The colour as CSS. */
export function css([red, green, blue]: Rgb): string {
  return `rgb(${red * 255} ${green * 255} ${blue * 255})`;
}
