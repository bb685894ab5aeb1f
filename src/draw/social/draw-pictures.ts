/** Draws cards into files. The only module that loads fonts and the rasteriser. */

import { mapFiles, writeBytes } from '../../system/disk.ts';
import type { Card } from './card/card.ts';
import { drawCard } from './card/draw-card.ts';
import type { Palette } from './card/palette.ts';
import { Fonts, loadCard } from './fonts.ts';
import { rasterise } from './rasterise.ts';

/** A picture to be drawn: what it says and where it goes. */
export interface Order {
  readonly card: Card;
  readonly location: string;
}

/**
 * Draws the pictures, a few at a time; `reached` is called with how many are done. Gives the orders that could
 * not be filled: a title that something in here cannot take must not cost the whole site.
 */
export async function drawPictures(
  orders: readonly Order[],
  palette: Palette,
  reached: (done: number) => void,
): Promise<readonly Order[]> {
  const fonts = new Fonts();
  const failed: Order[] = [];
  let done = 0;
  await mapFiles(orders, async (order) => {
    await fill(order, fonts, palette).catch(() => failed.push(order));
    done++;
    reached(done);
  });
  return failed;
}

async function fill({ card, location }: Order, fonts: Fonts, palette: Palette): Promise<void> {
  await loadCard(fonts, card);
  await writeBytes(location, await rasterise(drawCard(card, fonts, palette)));
}
