/** A click on a bullet of an outline shows only its block; that script loads with the first click. */

async function focus(block: Element): Promise<void> {
  const { focusOn, startFocus } = await import('./focus-block.ts');
  await startFocus();
  focusOn(block.id);
}

/** The block whose bullet was clicked: the area beside its first line. */
function hitBlock(event: MouseEvent): Element | null {
  const { target } = event;
  if (!(target instanceof Element) || !target.matches('.block')) return null;
  const box = target.getBoundingClientRect();
  const size = Number.parseFloat(getComputedStyle(target).fontSize);
  const isBeside = event.clientX - box.left < 1.25 * size && event.clientY - box.top < 2 * size;
  return isBeside ? target : null;
}

/** The block with the keyboard focus, else the one that the fragment of the address names. */
function currentBlock(): Element | null {
  return document.activeElement?.closest('main .block') ?? document.querySelector('.block:target');
}

/** Shows only the current block. */
export function focusCurrent(): void {
  const block = currentBlock();
  if (block) void focus(block);
}

/** Makes the bullets of the outline clickable, and shows only the block that `?block=` names. */
export function startBullets(): void {
  const prose = document.querySelector('main .prose:has(.block)');
  if (!prose) return;
  prose.addEventListener('click', (event) => {
    const block = event instanceof MouseEvent ? hitBlock(event) : null;
    if (block) void focus(block);
  });
  if (!new URLSearchParams(location.search).has('block')) return;
  void import('./focus-block.ts').then(({ startFocus }) => startFocus());
}
