/** Notes side by side: a link opens its note in a pane to the right instead of leaving the page. */
import style from '../../site/styles/panes.css?url';
import { adoptStyles } from '../excerpt.ts';
import { fetchPage } from '../fetch-page.ts';
import { addressOf, fragmentOf, isPage, type Link, linkIn, pageAddress } from '../link.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import { preference } from '../preferences.ts';
import { loadStylesheet } from '../stylesheet.ts';
import { startPaneKeys } from './keys.ts';
import { paneOf } from './pane.ts';
import {
  addPane,
  allPanes,
  arrange,
  focusPane,
  openedPanes,
  paneAround,
  paneAt,
  removePanes,
  startRow,
} from './row.ts';

const openers = new WeakMap<HTMLElement, Link>();
/** Counts what changed the row, so that a page which comes late is not put into another row. */
let changes = 0;

/** The addresses of the open panes are in the address of the page: it can be kept and shared. */
function updateAddress(): void {
  const address = new URL(location.href);
  address.searchParams.delete('pane');
  for (const pane of openedPanes()) {
    address.searchParams.append('pane', pane.dataset['address'] ?? '');
  }
  if (address.href !== location.href) history.pushState(null, '', address);
}

/** Closes a pane and nothing else; the focus goes back to the link that opened it. */
function close(pane: HTMLElement): void {
  changes += 1;
  const panes = allPanes();
  const before = panes[panes.indexOf(pane) - 1];
  const opener = openers.get(pane);
  removePanes([pane]);
  updateAddress();
  const owner = opener?.isConnected ? paneAround(opener) : before;
  if (owner) focusPane(owner);
  if (opener?.isConnected) opener.focus();
}

/** Adds the pane of a fetched page at the end. */
function put(pane: HTMLElement, page: Document): void {
  adoptStyles(page);
  addPane(pane);
  const language = preference('ui');
  if (language) void import('../language.ts').then(({ showLanguage }) => showLanguage(language));
}

/** Opens the note of a link to the right of its pane, and closes the panes that were there. */
async function open(link: Link): Promise<void> {
  const address = addressOf(link);
  const known = paneAt(address.pathname);
  if (known) return show(known, address);
  changes += 1;
  const change = changes;
  const page = await fetchPage(address);
  if (change !== changes) return;
  const pane = page && paneOf(page, address, close);
  // What cannot be a pane is opened as a page, which shows what is wrong.
  if (!pane) return location.assign(address.href);
  openers.set(pane, link);
  const panes = allPanes();
  removePanes(panes.slice(Math.max(1, panes.indexOf(paneAround(link) ?? pane) + 1)));
  put(pane, page);
  updateAddress();
  show(pane, address);
}

function show(pane: HTMLElement, address: URL): void {
  focusPane(pane);
  const place = (pane.dataset['prefix'] ?? '') + fragmentOf(address);
  document.getElementById(place)?.scrollIntoView();
}

/** The link whose note a click is to open in a pane, or null. */
function linkToOpen(event: MouseEvent): Link | null {
  if (event.button !== 0 || opensElsewhere(event)) return null;
  const link = linkIn(event.target, 'main, .pane-note');
  if (!link || link.getAttribute('href')?.startsWith('#')) return null;
  // A locked page opens where its form works.
  if (link.hasAttribute('data-locked')) return null;
  const address = addressOf(link);
  const isElsewhere = address.pathname !== location.pathname || link.closest('.pane') !== null;
  return isPage(address) && isElsewhere ? link : null;
}

/** Makes the row what the address names, which a reader may have changed by going back. */
async function followAddress(): Promise<void> {
  const named = new URLSearchParams(location.search).getAll('pane').flatMap((pane) => {
    const address = pageAddress(pane);
    return address ? [address] : [];
  });
  const panes = openedPanes();
  const differs = panes.findIndex((pane, at) => pane.dataset['address'] !== named[at]?.pathname);
  const kept = differs === -1 ? panes.length : differs;
  changes += 1;
  const change = changes;
  const missing = named.slice(kept);
  const pages = await Promise.all(missing.map(fetchPage));
  if (change !== changes) return;
  removePanes(panes.slice(kept));
  missing.forEach((address, index) => {
    const page = pages[index];
    const pane = page && !paneAt(address.pathname) && paneOf(page, address, close);
    if (pane) put(pane, page);
  });
  if (missing.length > 0 || kept < panes.length) arrange(allPanes().at(-1));
}

/** Makes links open side by side, and opens the panes that the address names. */
export async function startPanes(): Promise<void> {
  await loadStylesheet(style);
  startRow();
  document.addEventListener('click', (event) => {
    const link = linkToOpen(event);
    // Panes that only an address opened end with the last one.
    if (!link || (preference('panes') !== 'on' && openedPanes().length === 0)) return;
    event.preventDefault();
    void open(link);
  });
  startPaneKeys(close);
  addEventListener('popstate', () => void followAddress());
  await followAddress();
}
