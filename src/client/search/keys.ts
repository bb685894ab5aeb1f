/** Arrow keys walk from the input through the links of the results; letters go back to the input. */

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Handles keys inside `root`; Enter in the input opens the first link, with Ctrl in a new tab. */
export function moveByKeys(root: HTMLElement, input: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    // An input method uses the same keys; 229 is what older ones report while composing.
    if (event.isComposing || event.keyCode === 229) return;
    const { key, target } = event;
    const by = steps[key] ?? 0;
    if (by !== 0 && !(target instanceof HTMLSelectElement)) {
      event.preventDefault();
      step(root, input, by);
    }
    if (key === 'Enter' && target === input) openFirst(root, event);
    if (target instanceof HTMLAnchorElement && isLetter(event)) input.focus();
  });
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

function step(root: HTMLElement, input: HTMLInputElement, by: 1 | -1): void {
  const stops = [input, ...root.querySelectorAll<HTMLElement>('li a[href], .search-again')];
  const now = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[(now + by + stops.length) % stops.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function openFirst(root: HTMLElement, event: KeyboardEvent): void {
  const first = root.querySelector<HTMLAnchorElement>(
    '.search-jumps a[href], .search-results a[href]',
  );
  const isDone = root.dataset['state'] === 'done';
  if (!first || !isDone || !(root.closest('dialog') || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  first.dispatchEvent(
    new MouseEvent('click', {
      bubbles: true,
      cancelable: true,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
    }),
  );
}
