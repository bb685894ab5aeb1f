/** Links as scripts meet them: those in a drawing are SVG and know no more than their `href`. */

export type Link = HTMLAnchorElement | SVGAElement;

/** The link that an event happened in, where it stands in what `places` selects. */
export function linkIn(target: EventTarget | null, places: string): Link | null {
  return target instanceof Element ? target.closest<Link>(`:is(${places}) a[href]`) : null;
}

/** Where a link leads. */
export function addressOf(link: Link): URL {
  const href = link.getAttribute('href') ?? '';
  return new URL(URL.canParse(href, document.baseURI) ? href : '', document.baseURI);
}

/** Whether an address is a page of this site, as opposed to a file or another host. */
export function isPage(address: URL): boolean {
  return address.origin === location.origin && address.pathname.endsWith('/');
}
