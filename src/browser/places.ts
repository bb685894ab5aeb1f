/** Places on a page: opens what hides the one an address names, and copies their addresses. */

/** Opens every fold around the place that the address names. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let hidden = false;
  for (
    let fold = target.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  ) {
    hidden ||= !fold.open;
    fold.open = true;
  }
  if (hidden) target.scrollIntoView();
}

function copy(id: string): void {
  void import('./copy-link.ts').then(({ copyPlace }) => copyPlace(id));
}

export function startPlaces(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', (event) => {
    const anchor =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('.heading-anchor')
        : null;
    if (anchor && !anchor.closest('.pane')) copy(decodeURIComponent(anchor.hash.slice(1)));
  });
  const outline = document.querySelector('.prose:has(.block)');
  if (outline) void import('./block-link.ts').then(({ linkBlocks }) => linkBlocks(outline));
}
