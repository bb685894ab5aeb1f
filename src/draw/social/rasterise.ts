/** From SVG to a small PNG. */
import sharp from 'sharp';

// Several pictures at the same time keep the cores busy; threads within one only cost.
sharp.concurrency(1);
sharp.cache(false);

/** The picture in sixteen colours, which is as many as paper, ink, muted and accent need. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
}
