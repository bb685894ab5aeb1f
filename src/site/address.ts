/** Addresses as the site writes them: percent-encoded, below the base. */
import { site } from '../settings/site.ts';

/** An address below the base ('/kafka/') as an href: encoded, with the base before it. */
export function withBase(permalink: string): string {
  return encodeURI(import.meta.env.BASE_URL.replace(/\/$/, '') + permalink).replace(
    /[?#]/g,
    encodeURIComponent,
  );
}

/** Href of a place on a page: '' as fragment is the page's top. */
export function placeOf(permalink: string, fragment: string): string {
  return withBase(permalink) + (fragment === '' ? '' : `#${encodeURIComponent(fragment)}`);
}

/**
 * The same with the site's host: for feeds, canonical links and metadata. Without one it stays below
 * the host that serves it; what must name a host asks `site.url` first.
 */
export function absolute(permalink: string): string {
  return site.url + withBase(permalink);
}
