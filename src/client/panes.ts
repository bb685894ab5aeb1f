/** Notes side by side: a link opens its note in a pane to the right instead of leaving the page. */
import { element } from './element.ts';
import { adoptStyles } from './excerpt.ts';

const row = element('div', { className: 'panes' });

/** The note of another page, without what belongs to that page alone. */
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

/** The row of panes is part of the address, so that it can be kept and shared. */
function keepAddress(): void {
  const address = new URL(location.href);
  address.searchParams.delete('pane');
  for (const pane of addressesNow()) address.searchParams.append('pane', pane);
  history.replaceState(null, '', address);
}

function paneOf(page: Document, address: string): HTMLElement | null {
  const note = noteOf(page);
  if (!note) return null;
  const title = page.querySelector('h1')?.textContent.trim() ?? address;
  const close = element('button', { className: 'pane-close', type: 'button', textContent: '×' });
  close.ariaLabel = `× ${title}`;
  const open = element('a', { href: address, className: 'pane-title' }, title);
  const pane = element(
    'section',
    { className: 'pane', lang: page.documentElement.lang, tabIndex: -1 },
    element('div', { className: 'pane-head' }, open, close),
    note,
  );
  pane.ariaLabel = title;
  pane.dataset.address = address;
  close.addEventListener('click', () => {
    const before = pane.previousElementSibling;
    pane.remove();
    if (before instanceof HTMLElement) before.focus();
    document.documentElement.classList.toggle('has-panes', row.childElementCount > 0);
    keepAddress();
  });
  return pane;
}

/** Opens `address` to the right of the pane `from`; what stood there gives way. */
async function open(address: string, from: Element | null): Promise<void> {
  const known = row.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`);
  if (known) return show(known);
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const pane = paneOf(page, address);
  adoptStyles(page);
  if (!pane) return location.assign(address);
  while (row.lastElementChild && row.lastElementChild !== from) row.lastElementChild.remove();
  row.append(pane);
  document.documentElement.classList.add('has-panes');
  keepAddress();
  show(pane);
}

function show(pane: HTMLElement): void {
  pane.scrollIntoView({ inline: 'end', block: 'nearest' });
  pane.focus({ preventScroll: true });
}

/** The address of a note that a click asks for in a new pane, or null. */
function wanted(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>('main a, .pane-note a')
      : null;
  const isNote = link?.origin === location.origin && link.pathname.endsWith('/');
  const isElsewhere = link?.pathname !== location.pathname || link.closest('.pane') !== null;
  return link && isNote && isElsewhere ? link : null;
}

/** From now on notes open side by side; panes that the address names are opened at once. */
export async function startPanes(): Promise<void> {
  document.querySelector('.frame')?.append(row);
  document.addEventListener('click', (event) => {
    const link = wanted(event);
    if (!link) return;
    event.preventDefault();
    void open(link.pathname, link.closest('.pane'));
  });
  for (const address of new URLSearchParams(location.search).getAll('pane')) {
    if (address.startsWith('/') && !address.startsWith('//'))
      await open(address, row.lastElementChild);
  }
}
