/** Links of a page: those in a drawing are SVG elements, which have no more than their `href`. */

export type Link = HTMLAnchorElement | SVGAElement;

/** The link around the target of an event, if it is inside of what `areas` selects. */
export function linkIn(target: EventTarget | null, areas: string): Link | null {
  return target instanceof Element ? target.closest<Link>(`:is(${areas}) a[href]`) : null;
}

/** The address of a link, in full. */
export function addressOf(link: Link): URL {
  const href = link.getAttribute('href') ?? '';
  return new URL(URL.canParse(href, document.baseURI) ? href : '', document.baseURI);
}

/** Whether an address is a page of this site, as opposed to a file or another host. */
export function isPage(address: URL): boolean {
  return address.origin === location.origin && address.pathname.endsWith('/');
}
