/**
 * Replaces the items of a list. A focused link keeps the focus where the new items lead to the same place;
 * else `otherwise` gets it, so that the keyboard never falls out of the panel.
 */
export function replaceItems(
  list: HTMLElement,
  items: readonly HTMLElement[],
  otherwise: HTMLElement,
): void {
  const focused = document.activeElement;
  const isInside = focused !== null && list.contains(focused);
  const place = focused instanceof HTMLAnchorElement ? placeOf(focused) : '';
  list.replaceChildren(...items);
  if (!isInside) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[href]')];
  (links.find((link) => placeOf(link) === place) ?? otherwise).focus();
}

/** Where a link leads, whatever words are to be marked there. */
function placeOf({ pathname, hash }: HTMLAnchorElement): string {
  return pathname + hash;
}
