/** A bullet of an outline shows its block alone; the script for that comes when one is used. */

async function focus(block: Element): Promise<void> {
  const { focusOn, startFocus } = await import('./focus-block.ts');
  await startFocus();
  focusOn(block.id);
}

/** The block whose bullet was hit: that is what lies beside its first line. */
function hitBlock(event: MouseEvent): Element | null {
  const { target } = event;
  if (!(target instanceof Element) || !target.matches('.block')) return null;
  const box = target.getBoundingClientRect();
  const size = Number.parseFloat(getComputedStyle(target).fontSize);
  const isBeside = event.clientX - box.left < 1.25 * size && event.clientY - box.top < 2 * size;
  return isBeside ? target : null;
}

/** The block that holds the keyboard's focus, else the one that the address names. */
function currentBlock(): Element | null {
  return document.activeElement?.closest('main .block') ?? document.querySelector('.block:target');
}

/** Shows the current block alone. */
export function focusCurrent(): void {
  const block = currentBlock();
  if (block) void focus(block);
}

/** Lets the outline's bullets be hit, and shows the block alone that the address asks for. */
export function startBullets(): void {
  const prose = document.querySelector('main .prose:has(.block)');
  if (!prose) return;
  prose.classList.add('has-bullets');
  prose.addEventListener('click', (event) => {
    const block = event instanceof MouseEvent ? hitBlock(event) : null;
    if (block) void focus(block);
  });
  if (!new URLSearchParams(location.search).has('block')) return;
  void import('./focus-block.ts').then(({ startFocus }) => startFocus());
}
