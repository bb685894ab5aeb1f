/**
 * Shows a preview of a link's target while the pointer or the focus is on the link. Links in a preview
 * have previews, too.
 */
import { adoptStyles, excerptOf } from './excerpt.ts';
import { fetchPage } from './fetch-page.ts';
import { addressOf, fragmentOf, isPage, type Link, linkIn } from './link.ts';

/** A preview, and the link that it is of. */
interface Shown {
  readonly card: HTMLElement;
  readonly link: Link;
}

const pages = new Map<string, Promise<Document | null>>();
/** The previews that are open: each is of a link in the one before. */
const open: Shown[] = [];
/** The link whose preview is to come. */
let wanted: Link | null = null;
let timer = 0;
/** The last target of the pointer. */
let pointerTarget: EventTarget | null = null;

function pageAt(link: Link): Promise<Document | null> {
  const address = addressOf(link);
  [address.hash, address.search] = ['', ''];
  if (address.pathname === location.pathname) return Promise.resolve(document);
  const known = pages.get(address.href) ?? fetchPage(address);
  pages.set(address.href, known);
  return known;
}

function hasPreview(link: Link): boolean {
  const address = addressOf(link);
  const itself = address.pathname === location.pathname && address.hash === '';
  // A footnote in the margin is in view already.
  const isBeside =
    link.hasAttribute('data-footnote-ref') &&
    document.documentElement.classList.contains('has-sidenotes');
  return (
    isPage(address) &&
    !itself &&
    !isBeside &&
    !link.closest('.contents, .site-header, .heading-anchor, .graph-here')
  );
}

/** How many previews are around an element: 0 in the page itself. */
function depthOf(target: Element | null): number {
  return open.findIndex(({ card }) => card.contains(target)) + 1;
}

function position(shown: HTMLElement, link: Link): void {
  const line = [...link.getClientRects()].at(0) ?? link.getBoundingClientRect();
  const { width, height } = shown.getBoundingClientRect();
  const below = line.bottom + 8;
  const top = below + height < innerHeight ? below : Math.max(8, line.top - height - 8);
  shown.style.left = `${Math.max(8, Math.min(line.left - 24, innerWidth - width - 16))}px`;
  shown.style.top = `${top}px`;
}

/** Removes the previews from this depth on. */
function hide(depth = 0): void {
  clearTimeout(timer);
  wanted = null;
  for (const { card } of open.splice(depth)) card.remove();
}

async function show(link: Link, depth: number): Promise<void> {
  const page = await pageAt(link);
  if (!page || wanted !== link) return;
  const address = addressOf(link);
  const excerpt = excerptOf(page, fragmentOf(address));
  if (!excerpt) return;
  // Fragments lead to places of the note that the excerpt is from.
  for (const inside of excerpt.querySelectorAll('a[href^="#"]')) {
    inside.setAttribute('href', `${address.pathname}${inside.getAttribute('href')}`);
  }
  adoptStyles(page);
  hide(depth);
  const card = document.createElement('div');
  card.className = 'preview';
  card.popover = 'manual';
  // Screen readers skip it: it repeats a part of what the link leads to.
  card.ariaHidden = 'true';
  card.lang = page.documentElement.lang;
  card.append(excerpt);
  document.body.append(card);
  card.showPopover();
  open.push({ card, link });
  position(card, link);
}

function linkHovered(event: Event): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = linkIn(target, 'main, .pane, .rail, .preview');
  const depth = depthOf(target);
  if (link && open[depth]?.link === link) clearTimeout(timer);
  else if (link && hasPreview(link)) {
    hide(depth);
    wanted = link;
    void pageAt(link);
    const delay = event.type === 'focusin' ? 600 : 250;
    timer = window.setTimeout(() => void show(link, depth), delay);
  } else leave(depth);
}

/** Removes the previews from this depth on after a moment. */
function leave(depth: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => hide(depth), 250);
}

/** Scrolling hides a preview. As focus itself scrolls, that of the focused link stays and moves along. */
function scrolled({ target }: Event): void {
  const link = open[0]?.link ?? wanted;
  if (!link || !(target instanceof Node)) return;
  const depth = depthOf(target instanceof Element ? target : null);
  if (depth > 0) hide(depth);
  else if (target.contains(link)) moveAlong(link);
}

function moveAlong(link: Link): void {
  const { top, bottom } = link.getBoundingClientRect();
  const isFocused = link === document.activeElement;
  const [first] = open;
  if (!first && isFocused) {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(link, 0), 250);
  } else if (first && isFocused && bottom > 0 && top < innerHeight) position(first.card, link);
  else if (first) hide();
}

/** Shows a preview if the pointer moved, and not if the page scrolled below it. */
function pointerMoved(event: PointerEvent): void {
  if (event.pointerType === 'touch' || event.target === pointerTarget) return;
  pointerTarget = event.target;
  linkHovered(event);
}

/** Starts previews; `first` is the event that made this script load. */
export function startPreviews(first: Event): void {
  document.addEventListener('pointermove', pointerMoved, { passive: true });
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible'))
      linkHovered(event);
    else hide();
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // A pane scrolls by itself, and such events do not bubble.
  addEventListener('scroll', scrolled, { passive: true, capture: true });
  addEventListener('pagehide', () => hide());
  const isTouch = first instanceof PointerEvent && first.pointerType === 'touch';
  if (!isTouch) linkHovered(first);
}
