/** Notes side by side: a link opens its note in a pane to the right instead of leaving the page. */
import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { element } from './element.ts';
import { adoptStyles } from './excerpt.ts';
import { addressOf, isPage, type Link, linkIn } from './link.ts';
import { separateIds } from './pane-ids.ts';
import { shownLanguage } from './shown-language.ts';

const row = element('div', { className: 'panes' });
let opened = 0;

/** The content of another page, without its scripts. */
function noteOf(page: Document): HTMLElement | null {
  const main = page.querySelector('main');
  if (!main) return null;
  const note = element('div', { className: 'pane-note' });
  note.append(...[...main.children].map((part) => document.importNode(part, true)));
  for (const part of note.querySelectorAll('script')) part.remove();
  return note;
}

function addressesNow(): readonly string[] {
  return [...row.querySelectorAll<HTMLElement>('.pane')].map((pane) => pane.dataset.address ?? '');
}

/** Writes the open panes into the address, so that they can be bookmarked and shared. */
function updateAddress(): void {
  const address = new URL(location.href);
  address.searchParams.delete('pane');
  for (const pane of addressesNow()) address.searchParams.append('pane', pane);
  history.replaceState(null, '', address);
}

function paneOf(page: Document, address: string, opener: Link | null): HTMLElement | null {
  const note = noteOf(page);
  if (!note) return null;
  const title = page.querySelector('h1')?.textContent.trim() ?? address;
  const close = element('button', { className: 'pane-close', type: 'button', textContent: '×' });
  close.ariaLabel = `${lookup(actionTexts, shownLanguage())('closePane')}: ${title}`;
  const open = element('a', { href: address, className: 'pane-title' }, title);
  const pane = element(
    'section',
    { className: 'pane', lang: page.documentElement.lang, tabIndex: -1 },
    element('div', { className: 'pane-head' }, open, close),
    note,
  );
  pane.ariaLabel = title;
  pane.dataset.address = address;
  opened += 1;
  pane.dataset.prefix = `pane-${opened}-`;
  separateIds(note, pane.dataset.prefix);
  close.addEventListener('click', () => {
    const before = pane.previousElementSibling ?? document.querySelector('main');
    pane.remove();
    if (opener?.isConnected) opener.focus();
    else if (before instanceof HTMLElement) before.focus();
    document.documentElement.classList.toggle('has-panes', row.childElementCount > 0);
    updateAddress();
  });
  return pane;
}

/** Opens a note to the right of the pane `from`, and closes the panes that were there. */
async function open(
  { pathname, hash }: URL,
  from: Element | null,
  opener: Link | null = null,
): Promise<void> {
  const known = row.querySelector<HTMLElement>(`[data-address="${CSS.escape(pathname)}"]`);
  if (known) return show(known, hash);
  const response = await fetch(pathname);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const pane = paneOf(page, pathname, opener);
  adoptStyles(page);
  if (!pane) return location.assign(pathname + hash);
  while (row.lastElementChild && row.lastElementChild !== from) row.lastElementChild.remove();
  row.append(pane);
  document.documentElement.classList.add('has-panes');
  updateAddress();
  show(pane, hash);
}

function show(pane: HTMLElement, hash: string): void {
  pane.scrollIntoView({ inline: 'end', block: 'nearest' });
  pane.focus({ preventScroll: true });
  const place = (pane.dataset.prefix ?? '') + decodeURIComponent(hash.slice(1));
  document.getElementById(place)?.scrollIntoView();
}

/** The link whose note a click is to open in a pane, or null. */
function linkToOpen(event: MouseEvent): Link | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = linkIn(event.target, 'main, .pane-note');
  if (!link || link.getAttribute('href')?.startsWith('#')) return null;
  const address = addressOf(link);
  const isElsewhere = address.pathname !== location.pathname || link.closest('.pane') !== null;
  return isPage(address) && isElsewhere ? link : null;
}

/** Makes links open side by side, and opens the panes that the address names. */
export async function startPanes(): Promise<void> {
  document.querySelector('.frame')?.append(row);
  document.addEventListener('click', (event) => {
    const link = linkToOpen(event);
    if (!link) return;
    event.preventDefault();
    void open(addressOf(link), link.closest('.pane'), link);
  });
  for (const address of new URLSearchParams(location.search).getAll('pane')) {
    if (address.startsWith('/') && !address.startsWith('//'))
      await open(new URL(address, location.href), row.lastElementChild);
  }
}
