/** Shows a preview of a link's target while the pointer or the focus is on the link. */
import { adoptStyles, excerptOf } from './excerpt.ts';
import { fetchPage } from './fetch-page.ts';
import { addressOf, fragmentOf, isPage, type Link, linkIn } from './link.ts';

const pages = new Map<string, Promise<Document | null>>();
let card: HTMLElement | null = null;
let anchor: Link | null = null;
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
  return (
    isPage(address) &&
    !itself &&
    !link.closest('.preview, .contents, .site-header, .heading-anchor, .graph-here')
  );
}

function position(shown: HTMLElement, link: Link): void {
  const line = [...link.getClientRects()].at(0) ?? link.getBoundingClientRect();
  const { width, height } = shown.getBoundingClientRect();
  const below = line.bottom + 8;
  const top = below + height < innerHeight ? below : Math.max(8, line.top - height - 8);
  shown.style.left = `${Math.max(8, Math.min(line.left - 24, innerWidth - width - 16))}px`;
  shown.style.top = `${top}px`;
}

function hide(): void {
  clearTimeout(timer);
  card?.remove();
  card = null;
  anchor = null;
}

async function show(link: Link): Promise<void> {
  const page = await pageAt(link);
  if (!page || anchor !== link) return;
  const excerpt = excerptOf(page, fragmentOf(addressOf(link)));
  if (!excerpt) return;
  adoptStyles(page);
  card?.remove();
  card = document.createElement('div');
  card.className = 'preview';
  card.popover = 'manual';
  // Screen readers skip it: it repeats a part of what the link leads to.
  card.ariaHidden = 'true';
  card.lang = page.documentElement.lang;
  card.append(excerpt);
  document.body.append(card);
  card.showPopover();
  position(card, link);
}

function linkHovered(event: Event): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = linkIn(target, 'main, .pane, .rail');
  if (target?.closest('.preview') || (card && link && link === anchor)) {
    clearTimeout(timer);
  } else if (link && hasPreview(link)) {
    hide();
    anchor = link;
    void pageAt(link);
    timer = window.setTimeout(() => void show(link), event.type === 'focusin' ? 600 : 250);
  } else {
    leave();
  }
}

function leave(): void {
  clearTimeout(timer);
  timer = window.setTimeout(hide, 250);
}

/** Scrolling hides a preview. As focus itself scrolls, that of the focused link stays and moves along. */
function scrolled(event: Event): void {
  if (!anchor || !(event.target instanceof Node) || !event.target.contains(anchor)) return;
  const link = anchor;
  const { top, bottom } = link.getBoundingClientRect();
  const isFocused = link === document.activeElement;
  if (!card && isFocused) {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(link), 250);
  } else if (card && isFocused && bottom > 0 && top < innerHeight) position(card, link);
  else if (card) hide();
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
  addEventListener('pagehide', hide);
  const isTouch = first instanceof PointerEvent && first.pointerType === 'touch';
  if (!isTouch) linkHovered(first);
}
