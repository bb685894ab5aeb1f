/** Hrefs of the site: percent-encoded, below the base. */
import { site } from '../settings/site.ts';

/** The href of a permalink ('/kafka/'): percent-encoded, with the base in front. */
export function withBase(permalink: string): string {
  return encodeURI(import.meta.env.BASE_URL.replace(/\/$/, '') + permalink).replace(
    /[?#]/g,
    encodeURIComponent,
  );
}

/** What a href needs no code for: letters, numbers, signs beyond ASCII, as the URL Standard has them. */
const plain = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]+|\p{ASCII}+/gu;

/**
 * The same href with letters beyond ASCII as they are, which is a third as long: for long lists of
 * titles, which repeat them. A browser encodes it.
 */
export function plainHref(permalink: string): string {
  return permalink === '' ? '' : withBase('') + permalink.replace(plain, encodedPart);
}

function encodedPart(part: string): string {
  return encodeURI(part).replace(/[?#]/g, encodeURIComponent);
}

/** The href of a fragment on a page; '' is the top of the page. */
export function fragmentHref(permalink: string, fragment: string): string {
  return withBase(permalink) + (fragment === '' ? '' : `#${encodeURIComponent(fragment)}`);
}

/**
 * The full URL of a permalink, for feeds, canonical links and metadata. If the settings name no `url`
 * it has no host; what needs one checks `site.url` first.
 */
export function absolute(permalink: string): string {
  return site.url + withBase(permalink);
}
