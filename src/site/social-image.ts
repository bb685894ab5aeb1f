/** Social images: the pictures that other sites show for a page. */

import type { NotePage } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { absolute } from './address.ts';

export interface SocialImage {
  readonly url: string;
  /** In pixels; null if unknown. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Text alternative. */
  readonly alt: string;
}

/** Size of the pictures that the import draws, in pixels. */
const drawnSize = { width: 1200, height: 630 };

/** The picture that the note names, else the one drawn for it, else that of the garden, else null. */
export function noteImage(page: NotePage, picture: string | undefined): SocialImage | null {
  if (page.image !== '' && (site.url !== '' || URL.canParse(page.image))) {
    const url = new URL(page.image, site.url || undefined).href;
    return { url, size: null, alt: page.title };
  }
  return picture === undefined ? gardenImage() : drawn(picture, page.title);
}

/** The picture of the garden; null if social images are off, or the settings name no `url`. */
export function gardenImage(): SocialImage | null {
  return site.url === '' || !site.socialImages ? null : drawn('garden.png', site.title);
}

function drawn(name: string, alt: string): SocialImage {
  return { url: absolute(`/social/${name}`), size: drawnSize, alt };
}
