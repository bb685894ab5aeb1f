/** The picture that other sites show of a page, as its head names it. */

import type { NotePage } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { absolute } from './address.ts';

export interface SocialImage {
  readonly url: string;
  /** Pixels, where they are known. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What the picture says. */
  readonly alt: string;
}

/** What every picture that the import draws measures. */
const drawnSize = { width: 1200, height: 630 };

/** The note's own picture, else the one drawn of it, else the garden's; null where there is none. */
export function noteImage(page: NotePage, picture: string | undefined): SocialImage | null {
  if (page.image !== '' && (site.url !== '' || URL.canParse(page.image))) {
    const url = new URL(page.image, site.url || undefined).href;
    return { url, size: null, alt: page.title };
  }
  return picture === undefined ? gardenImage() : drawn(picture, page.title);
}

/** The picture of the garden as a whole; null where the owner wants none, or names no address. */
export function gardenImage(): SocialImage | null {
  return site.url === '' || !site.socialImages ? null : drawn('garden.png', site.title);
}

function drawn(name: string, alt: string): SocialImage {
  return { url: absolute(`/social/${name}`), size: drawnSize, alt };
}
