/** Fragments of the address: opens what hides their target, and copies links to them. */
import { fragmentOf } from './link.ts';

/** Opens every fold around the element that the fragment names. */
function openTarget(): void {
  const target = document.getElementById(fragmentOf(location));
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
  void import('./copy-link.ts').then(({ copyLink }) => copyLink(id));
}

/** Starts both, and adds the button that copies links to blocks. */
export function startFragments(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', (event) => {
    const anchor =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('.heading-anchor')
        : null;
    if (anchor && !anchor.closest('.pane')) copy(fragmentOf(anchor));
  });
  const outline = document.querySelector('.prose:has(.block)');
  if (outline) void import('./block-link.ts').then(({ linkBlocks }) => linkBlocks(outline));
}
