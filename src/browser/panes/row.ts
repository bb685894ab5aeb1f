/** The row of panes: the note of the page first, then the opened ones. Those without room are folded. */
import { element } from '../element.ts';
import { addressOf, type Link } from '../link.ts';
import { spineOf } from './pane.ts';
import { unfolded } from './unfolded.ts';

const row = element('div', { className: 'panes' });
let first = 0;
let current: HTMLElement | undefined;

/** Puts the empty row beside the note of the page, once. */
export function startRow(): void {
  const main = document.querySelector<HTMLElement>('main');
  if (!main || row.isConnected) return;
  document.querySelector('.frame')?.append(row);
  const title = main.querySelector('h1')?.textContent.trim() || document.title;
  const spine = spineOf(title, document.documentElement.lang, () => focusPane(main));
  main.prepend(spine);
  addEventListener('resize', () => arrange());
}

/** The opened panes from left to right, without the note of the page. */
export function openedPanes(): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(':scope > .pane')];
}

/** All panes from left to right: the note of the page is the first one. */
export function allPanes(): readonly HTMLElement[] {
  const main = document.querySelector<HTMLElement>('main');
  return main ? [main, ...openedPanes()] : [];
}

/** The pane of an address, the note of the page among them. */
export function paneAt(pathname: string): HTMLElement | undefined {
  return allPanes().find((pane) => pathOf(pane) === pathname);
}

/** The pane around an element, the note of the page if there is none. */
export function paneAround(part: Element | null): HTMLElement | undefined {
  return part?.closest<HTMLElement>('.pane') ?? allPanes()[0];
}

function pathOf(pane: HTMLElement): string {
  return pane.dataset['address'] ?? location.pathname;
}

/** Adds a pane at the end of the row. */
export function addPane(pane: HTMLElement): void {
  const main = document.querySelector('main');
  const isFirst = row.childElementCount === 0;
  const scrolled = window.scrollY;
  const spine = spineOf(pane.ariaLabel ?? '', pane.lang, () => focusPane(pane));
  pane.prepend(spine);
  row.append(pane);
  document.documentElement.classList.add('has-panes');
  // The note of the page now scrolls by itself, and stays where it was.
  if (isFirst && main) main.scrollTop = scrolled;
}

/** Removes panes, and leaves the note of the page where it was read. */
export function removePanes(panes: readonly HTMLElement[]): void {
  const scrolled = document.querySelector('main')?.scrollTop ?? 0;
  for (const pane of panes) {
    pane.remove();
  }
  if (panes.length === 0 || row.childElementCount > 0) return;
  document.documentElement.classList.remove('has-panes');
  window.scrollTo(0, scrolled);
}

/** Unfolds a pane and moves the focus to it. */
export function focusPane(pane: HTMLElement): void {
  arrange(pane);
  pane.focus({ preventScroll: true });
}

/** Folds the panes that have no room beside `pane`, and marks the links that lead to the next pane. */
export function arrange(pane = current): void {
  const panes = allPanes();
  current = pane?.isConnected ? pane : panes.at(-1);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const [from, to] = unfolded({
    count: panes.length,
    current: Math.max(0, current ? panes.indexOf(current) : 0),
    first,
    room: (row.parentElement?.clientWidth ?? 0) / rem,
  });
  first = from;
  panes.forEach((each, index) => {
    const isFolded = index < from || index >= to;
    each.classList.toggle('is-folded', isFolded);
    markLinks(each, panes[index + 1]);
  });
}

function markLinks(pane: HTMLElement, next: HTMLElement | undefined): void {
  for (const link of pane.querySelectorAll<Link>('a[href]')) {
    const isOpen = next !== undefined && addressOf(link).pathname === pathOf(next);
    link.classList.toggle('is-in-pane', isOpen);
  }
}
