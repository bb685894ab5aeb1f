/** Arrow keys move from the input through the results; letters go back to the input. */
import { ownValue } from '../../garden/own-value.ts';
import { isCommand } from '../modifier-keys.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Handles keys inside `root`; Enter in the input opens the best result, with Ctrl in a new tab. */
export function moveByKeys(root: HTMLElement, input: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    // An input method uses the same keys; older ones report key code 229 while composing.
    if (event.isComposing || event.keyCode === 229) return;
    const { key, target } = event;
    const by = ownValue(steps, key) ?? 0;
    if (by !== 0 && !(target instanceof HTMLSelectElement)) {
      event.preventDefault();
      step(root, input, by);
    }
    if (key === 'Enter' && target === input) openFirst(root, input, event);
    if (target instanceof HTMLAnchorElement && isLetter(event)) input.focus();
  });
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !isCommand(event);
}

function step(root: HTMLElement, input: HTMLInputElement, by: 1 | -1): void {
  const stops = [input, ...root.querySelectorAll<HTMLElement>('li a[href], .search-again')];
  const now = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[(now + by + stops.length) % stops.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function openFirst(root: HTMLElement, input: HTMLInputElement, event: KeyboardEvent): void {
  const first = firstLink(root, input.value.trim());
  if (!first || !(root.closest('dialog') || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  // Not every browser honours modifier keys of a click by script.
  if (event.ctrlKey || event.metaKey) open(first.href, '_blank', 'noopener');
  else first.click();
}

/** A note whose name was typed, else the best result; nothing that an earlier query left. */
function firstLink(root: HTMLElement, typed: string): HTMLAnchorElement | undefined {
  const linkIn = (list: string, link: string) => {
    const found = root.querySelector<HTMLElement>(list);
    const isFresh = found?.dataset['query'] === typed;
    return isFresh ? found.querySelector<HTMLAnchorElement>(link) : null;
  };
  const meant = linkIn('.search-jumps', 'a[data-meant]');
  if (meant || root.dataset['state'] !== 'done') return meant ?? undefined;
  return linkIn('.search-results', 'a[href]') ?? linkIn('.search-jumps', 'a[href]') ?? undefined;
}
