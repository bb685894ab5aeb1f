/** “Mark as read” on notes, marks in lists of notes, and “Continue reading” on the home page. */
import { actionTexts } from '../../garden/interface-texts/action-texts.ts';
import { lookup } from '../../garden/interface-texts/lookup.ts';
import { element } from '../element.ts';
import { addressOf } from '../link.ts';
import { shownLanguage } from '../shown-language.ts';
import { keepPlace, keptReading, markRead } from './kept-reading.ts';

/** How long scrolling must rest before the place is kept. */
const restMilliseconds = 250;

function text(key: keyof typeof actionTexts): string {
  return lookup(actionTexts, shownLanguage())(key);
}

/** Starts what the page has a place for; `home` is the path of the home page. */
export function startReading(home: string): void {
  markLists();
  const button = document.querySelector<HTMLElement>('[data-reading-mark]');
  const article = document.querySelector<HTMLElement>('main article');
  if (button) startButton(button);
  if (button && article) followPlace(article);
  if (location.pathname === home) offerToContinue(home);
}

function startButton(button: HTMLElement): void {
  const { pathname } = location;
  const show = () => {
    button.ariaPressed = String(keptReading().read.includes(pathname));
  };
  button.addEventListener('click', () => {
    markRead(pathname, !keptReading().read.includes(pathname));
    show();
  });
  show();
  button.hidden = false;
}

/**
 * Keeps the place when scrolling rests and when the page is left. `pagehide` alone is not enough:
 * a phone may close a hidden page without it, and the next page may have read what is kept before.
 */
function followPlace(article: HTMLElement): void {
  let isKept = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const keepNow = () => {
    if (!isKept) keepPlaceOf(article);
    isKept = true;
  };
  const keepSoon = () => {
    isKept = false;
    clearTimeout(rest);
    rest = setTimeout(keepNow, restMilliseconds);
  };
  // A reader may have scrolled before this script was there.
  keepSoon();
  addEventListener('scroll', keepSoon, { passive: true });
  addEventListener('pagehide', keepNow);
}

/** Keeps the place of a note that was read in part. */
function keepPlaceOf(article: HTMLElement): void {
  const { pathname } = location;
  const { top, bottom } = article.getBoundingClientRect();
  if (keptReading().read.includes(pathname)) return;
  const isBegun = top < -innerHeight && bottom > innerHeight;
  if (!isBegun) {
    if (bottom <= innerHeight) keepPlace(pathname, null);
    return;
  }
  const passed = [...article.querySelectorAll<HTMLElement>(':is(h2, h3, h4)[id]')].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
  );
  const title = document.querySelector('h1')?.textContent.trim() ?? pathname;
  keepPlace(pathname, { title, fragment: passed.at(-1)?.id ?? '' });
}

function markLists(): void {
  const read = new Set(keptReading().read);
  if (read.size === 0) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main .note-list li > a')) {
    if (!read.has(addressOf(link).pathname)) continue;
    const mark = element('span', { className: 'read-mark', title: text('read') }, '✓');
    mark.role = 'img';
    mark.ariaLabel = text('read');
    link.after(mark);
  }
}

function offerToContinue(home: string): void {
  const begun = keptReading().begun.find(({ path }) => path.startsWith(home) && path !== home);
  if (!begun) return;
  const link = element('a', {}, begun.title);
  const fragment = begun.fragment === '' ? '' : `#${encodeURIComponent(begun.fragment)}`;
  // The path is one of this site, whatever was kept.
  link.href = `${location.origin}${begun.path}${fragment}`;
  const close = element('button', { type: 'button', textContent: '×' });
  close.ariaLabel = text('forgetPlace');
  const offer = element(
    'aside',
    { className: 'continue-reading', lang: shownLanguage() },
    element('span', {}, text('continueReading')),
    link,
    close,
  );
  offer.ariaLabel = text('continueReading');
  close.addEventListener('click', () => {
    keepPlace(begun.path, null);
    offer.remove();
  });
  document.body.append(offer);
}
