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

/** Reads the tokens through a probe element: a canvas cannot evaluate `light-dark()`. */
export function coloursOf(host: HTMLElement): Colours {
  const probe = document.createElement('span');
  host.append(probe);
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const read = (token: string): Rgb => {
    probe.style.color = `var(--${token})`;
    if (!pixel) return [0.5, 0.5, 0.5];
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
    return [red / 255, green / 255, blue / 255];
  };
  const colours = {
    line: read('muted'),
    ink: read('ink'),
    paper: read('raised'),
    accent: read('accent'),
    slots: slotTokens.map(read),
  };
  probe.remove();
  return colours;
}

/** The colour as CSS. */
export function css([red, green, blue]: Rgb): string {
  return `rgb(${red * 255} ${green * 255} ${blue * 255})`;
}
