/** Shows what is behind a link while the pointer or the focus rests on it. */
import { adoptStyles, excerptOf } from './excerpt.ts';

const pages = new Map<string, Promise<Document | null>>();
let card: HTMLElement | null = null;
let anchor: HTMLAnchorElement | null = null;
let timer = 0;

async function load(address: URL): Promise<Document | null> {
  const response = await fetch(address);
  if (!response.ok || !response.headers.get('content-type')?.includes('html')) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function pageAt(link: HTMLAnchorElement): Promise<Document | null> {
  if (link.pathname === location.pathname) return Promise.resolve(document);
  const address = new URL(link.pathname, location.href);
  const known = pages.get(address.pathname) ?? load(address).catch(() => null);
  pages.set(address.pathname, known);
  return known;
}

function isWorthIt(link: HTMLAnchorElement): boolean {
  const here = link.origin === location.origin && link.pathname.endsWith('/');
  const itself = link.pathname === location.pathname && link.hash === '';
  return here && !itself && !link.closest('.preview, .contents, .site-header, .heading-anchor');
}

function stand(shown: HTMLElement, link: HTMLAnchorElement): void {
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

async function show(link: HTMLAnchorElement): Promise<void> {
  const page = await pageAt(link);
  if (!page || anchor !== link) return;
  const excerpt = excerptOf(page, decodeURIComponent(link.hash.slice(1)));
  if (!excerpt) return;
  adoptStyles(page);
  card?.remove();
  card = document.createElement('div');
  card.className = 'preview';
  card.popover = 'manual';
  card.lang = page.documentElement.lang;
  card.append(excerpt);
  document.body.append(card);
  card.showPopover();
  stand(card, link);
}

function rest(event: Event): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('main a[href], .rail a[href]') ?? null;
  if (target?.closest('.preview') || (card && link && link === anchor)) {
    clearTimeout(timer);
  } else if (link && isWorthIt(link)) {
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

/** Listens from now on; `first` is the event that asked for previews. */
export function startPreviews(first: Event): void {
  document.addEventListener('pointerover', (event) => event.pointerType !== 'touch' && rest(event));
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) rest(event);
    else hide();
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // Focus may scroll the page to its link: that must not cost the preview that is on its way.
  addEventListener('scroll', (event) => card && event.target === document && hide(), {
    passive: true,
  });
  addEventListener('pagehide', hide);
  const isTouch = first instanceof PointerEvent && first.pointerType === 'touch';
  if (!isTouch) rest(first);
}
