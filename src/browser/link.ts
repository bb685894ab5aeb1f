/** Links of a page: those in a drawing are SVG elements, which have no more than their `href`. */
import { percentDecoded } from '../garden/percent-decoding.ts';

export type Link = HTMLAnchorElement | SVGAElement;

/** The link around the target of an event, if it is inside of what `areas` selects. */
export function linkIn(target: EventTarget | null, areas: string): Link | null {
  return target instanceof Element ? target.closest<Link>(`:is(${areas}) a[href]`) : null;
}

/** The address of a link, in full; that of the page for one that cannot be parsed. */
export function addressOf(link: Link): URL {
  const href = link.getAttribute('href') ?? '';
  return new URL(URL.canParse(href, document.baseURI) ? href : '', document.baseURI);
}

/**
 * The address of a page of this site that `text` names, or null for any other. Only what the browser
 * made of a text says where it leads: `/.//other.example/` is a path, `//other.example/` is a host.
 */
export function pageAddress(text: string | URL): URL | null {
  if (!URL.canParse(text, document.baseURI)) return null;
  const address = new URL(text, document.baseURI);
  return isPage(address) ? address : null;
}

/** Whether an address is a page of this site, as opposed to a file or another host. */
export function isPage(address: URL): boolean {
  // A `blob:` address has the origin of the page that made it.
  const isOwn = address.origin === location.origin && /^https?:$/.test(address.protocol);
  return isOwn && address.pathname.endsWith('/');
}

/** The id that the fragment of an address names, '' without one; taken as it is if encoded wrongly. */
export function fragmentOf({ hash }: { readonly hash: string }): string {
  return percentDecoded(hash.slice(1));
}
