/** Pixel sizes of the garden's pictures, so that pages do not shift while they load, and which are drawings for light paper. */
import type { Garden, ServedAsset } from '../garden/garden.ts';
import { digestOf, mapFiles, readBytes } from '../system/disk.ts';
import type { KeptFiles } from './kept-files.ts';
import { pictureSize } from './picture-size.ts';

/** The garden with digests and, for pictures, pixel sizes of its assets. */
export async function measureAssets(
  garden: Garden,
  locations: ReadonlyMap<string, string>,
  kept: KeptFiles,
): Promise<Garden> {
  const measure = async ([path, { asset, permalink }]: readonly [string, ServedAsset]) => {
    const location = locations.get(path) ?? path;
    const measured = await kept.fact('asset', location, async () => {
      const bytes = await readBytes(location);
      const digest = digestOf(bytes);
      return {
        ...pictureSize(bytes),
        ...((await isLight(path, bytes)) && { isLight: true }),
        digest,
      };
    });
    return [path, { asset: { ...asset, ...measured }, permalink }] as const;
  };
  return {
    ...garden,
    assets: new Map(await mapFiles([...garden.assets], measure)),
    unlistedAssets: new Map(await mapFiles([...garden.unlistedAssets], measure)),
  };
}

/** What draws is loaded only where there is a drawing. */
async function isLight(path: string, bytes: Uint8Array): Promise<boolean> {
  if (!/\.svg$/i.test(path)) return false;
  const { isLightDrawing } = await import('../draw/light-drawing.ts');
  return isLightDrawing(bytes);
}
