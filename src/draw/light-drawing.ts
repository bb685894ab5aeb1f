/** Whether a drawing is made for light paper: in the dark theme such a one is shown with its lightness turned. */
import sharp from 'sharp';

/** What already follows the theme, or holds photos, whose colours must stay. */
const ownColours = /prefers-color-scheme|light-dark\(|color-scheme|<(?:[\w-]+:)?image\b/i;

const maxLength = 1_000_000;
/** Side of the small picture that is looked at, in pixels. */
const side = 96;
/** Longest time for one drawing, in seconds. */
const seconds = 10;

/**
 * Whether an SVG file has a light ground, or dark lines on none, for at least half of its area. False for
 * what cannot be drawn, and for files that say themselves what they look like in the dark.
 */
export async function isLightDrawing(file: Uint8Array): Promise<boolean> {
  if (file.length > maxLength || ownColours.test(new TextDecoder().decode(file))) return false;
  try {
    const { data, info } = await sharp(file)
      .resize({ width: side, height: side, fit: 'inside' })
      .ensureAlpha()
      .toColourspace('srgb')
      .timeout({ seconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return isLight(data, info.width * info.height);
  } catch {
    return false;
  }
}

/** `rgba` has four bytes for each of `count` pixels. */
function isLight(rgba: Uint8Array, count: number): boolean {
  let light = 0;
  let clear = 0;
  let inked = 0;
  let brightness = 0;
  for (let at = 0; at < count * 4; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    const value = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    if (alpha < 26) clear += 1;
    else if (value > 0.85) light += 1;
    if (alpha < 26) continue;
    inked += alpha;
    brightness += value * alpha;
  }
  if (inked === 0) return false;
  // Lines on no ground are for the paper of the page: dark ones for light paper.
  if (clear * 2 >= count) return brightness / inked < 0.55;
  return (light + clear) * 2 >= count;
}
