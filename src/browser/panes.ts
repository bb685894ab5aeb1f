/** Notes side by side: a link opens its note in a pane to the right instead of leaving the page. */
import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { element } from './element.ts';
import { adoptStyles } from './excerpt.ts';
import { fetchPage, withoutScripts } from './fetch-page.ts';
import { addressOf, fragmentOf, isPage, type Link, linkIn, pageAddress } from './link.ts';
import { separateIds } from './pane-ids.ts';
import { shownLanguage } from './shown-language.ts';

const row = element('div', { className: 'panes' });
let opened = 0;

/** The content of another page, without its scripts. */
function noteOf(page: Document): HTMLElement | null {
  const main = page.querySelector('main');
  if (!main) return null;
  const note = element('div', { className: 'pane-note' });
  withoutScripts(main);
  note.append(...[...main.children].map((part) => document.importNode(part, true)));
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

function paneOf(page: Document, address: URL, opener: Link | null): HTMLElement | null {
  const note = noteOf(page);
  if (!note) return null;
  const title = page.querySelector('h1')?.textContent.trim() ?? address.pathname;
  const close = element('button', { className: 'pane-close', type: 'button', textContent: '×' });
  close.ariaLabel = `${lookup(actionTexts, shownLanguage())('closePane')}: ${title}`;
  const open = element('a', { href: address.href, className: 'pane-title' }, title);
  const pane = element(
    'section',
    { className: 'pane', lang: page.documentElement.lang, tabIndex: -1 },
    element('div', { className: 'pane-head' }, open, close),
    note,
  );
  pane.ariaLabel = title;
  pane.dataset.address = address.pathname;
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
async function open(address: URL, from: Element | null, opener: Link | null = null): Promise<void> {
  const { pathname } = address;
  const known = [...row.children].find(
    (pane): pane is HTMLElement => pane instanceof HTMLElement && pane.dataset.address === pathname,
  );
  if (known) return show(known, address);
  const page = await fetchPage(address);
  const pane = page && paneOf(page, address, opener);
  // What cannot be a pane is opened as a page, which shows what is wrong; never from an address alone.
  if (!pane) return opener ? location.assign(address.href) : undefined;
  adoptStyles(page);
  while (row.lastElementChild && row.lastElementChild !== from) row.lastElementChild.remove();
  row.append(pane);
  document.documentElement.classList.add('has-panes');
  updateAddress();
  show(pane, address);
}

function show(pane: HTMLElement, address: URL): void {
  pane.scrollIntoView({ inline: 'end', block: 'nearest' });
  pane.focus({ preventScroll: true });
  const place = (pane.dataset.prefix ?? '') + fragmentOf(address);
  document.getElementById(place)?.scrollIntoView();
}

/** The link whose note a click is to open in a pane, or null. */
function linkToOpen(event: MouseEvent): Link | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = linkIn(event.target, 'main, .pane-note');
  if (!link || link.getAttribute('href')?.startsWith('#')) return null;
  // A locked page opens where its form works.
  if (link.hasAttribute('data-locked')) return null;
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
  for (const named of new URLSearchParams(location.search).getAll('pane')) {
    const address = pageAddress(named);
    if (address) await open(address, row.lastElementChild);
  }
}
