/** What a page adds to a picture that an author writes in HTML: its shape, and smaller copies. */
import type { Properties } from 'hast';
import type { Garden, ServedAsset } from '../../garden.ts';
import { ownPicture } from '../node/images.ts';

/**
 * Properties beside those that the author wrote, for a file of the garden; none for others. They reserve
 * the picture's space wherever that follows from its width, and never change its size or shape.
 */
export function pictureFacts(
  garden: Garden,
  served: ServedAsset | undefined,
  { width, height, style, srcSet }: Properties,
): Properties {
  if (served === undefined) return {};
  const asked = { width: pixels(width), height: pixels(height) };
  const {
    src: _src,
    srcSet: copies,
    sizes = '',
    dataDrawing,
    style: _style,
    ...size
  } = ownPicture(garden, served, asked);
  const shape = shapeOf(served, size, { width, height, style });
  // Where the browser is to find out the width by itself, it does not look at the file for the shape.
  const known = shape === null ? sizes.replace(/^auto, /, '') : sizes;
  const choices =
    srcSet === undefined && copies !== undefined ? { srcSet: copies, sizes: known } : {};
  return { ...choices, ...shape, ...(dataDrawing && { dataDrawing }) };
}

/** What gives the picture its shape before it is there; null where the author's own words decide it. */
function shapeOf(
  { asset }: ServedAsset,
  size: Properties,
  { width, height, style }: Properties,
): Properties | null {
  if (asset.width === undefined || asset.height === undefined) return null;
  const isPercentage = (length: Properties[string]) => /%\s*$/.test(String(length ?? ''));
  if (style !== undefined) {
    const isByWidth = !/height|aspect-ratio/i.test(String(style));
    return isByWidth && height === undefined ? size : null;
  }
  if (!isPercentage(width) && !isPercentage(height)) return size;
  return height === undefined ? { style: `aspect-ratio:${asset.width}/${asset.height}` } : null;
}

/** A length in pixels as HTML writes it; undefined for others, such as a percentage. */
function pixels(value: Properties[string]): number | undefined {
  const number = /^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/i.exec(String(value ?? ''))?.[1];
  return number === undefined ? undefined : Number(number);
}
