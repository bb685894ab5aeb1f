/** Fills the explorer, one folder at a time, as the reader opens it. */
import { element } from './element.ts';
import { startExplorerFilter } from './explorer-filter.ts';
import { fetchJson } from './fetch-page.ts';

interface Subfolder {
  readonly title: string;
  readonly key: string;
  readonly count: number;
  /** Address of the folder's own note, where there is one. */
  readonly href?: string;
}

interface Folder {
  readonly folders: readonly Subfolder[];
  readonly notes: readonly (readonly [string, string])[];
  /** Notes that are listed above the folders. */
  readonly pinned?: readonly (readonly [string, string])[];
}

/** What stays from page to page in one tab. */
interface Kept {
  /** Keys of the folders that the reader opened. */
  readonly open: readonly string[];
  /** Keys of the folders on the way to the page, or to the one before where that is in no folder. */
  readonly way: readonly string[];
  /** How far the explorer is scrolled, in pixels. */
  readonly top: number;
}

/**
 * Fetches and shows the root and the open folders; `data-source` and `data-open` say which. Folders that
 * the reader opened on the pages before are open, too, and the note of the page is in sight. A page that is
 * in no folder, such as the search, leaves the tree as it was.
 */
export async function startExplorer(nav: HTMLElement): Promise<void> {
  const source = nav.dataset.source ?? '';
  const storage = `explorer ${source}`;
  const kept = readKept(storage);
  const opened = new Set(kept.open);
  const ofPage = nav.dataset.open?.split(' ').filter((key) => key !== '') ?? [];
  const way = new Set(ofPage.length > 0 ? ofPage : kept.way);
  const open = new Set([...way, ...opened]);

  async function list(key: string): Promise<HTMLUListElement> {
    const folder = await fetchJson<Folder>(`${source}${key}.json`);
    const items = document.createElement('ul');
    const branches = await Promise.all(folder.folders.map(branch));
    items.append(
      ...(folder.pinned ?? []).map(([title, href]) => element('li', {}, link(title, href))),
      ...branches,
      ...folder.notes.map(([title, href]) => element('li', {}, link(title, href))),
    );
    return items;
  }

  /** An open folder is added together with its content, so that nothing moves when that arrives. */
  async function branch({ title, key, count, href }: Subfolder): Promise<HTMLLIElement> {
    const number = element('span', { className: 'count' }, String(count));
    const summary = element('summary', {});
    const details = element('details', {}, summary);
    const item = element('li', {}, details);
    if (href) {
      // The line links to the folder's own note; the arrow beside it opens the folder.
      summary.ariaLabel = title;
      item.className = 'folder-note';
      item.prepend(link(title, href, number));
    } else {
      summary.append(title, ' ', number);
    }
    let filled = open.has(key);
    if (filled) details.append(await list(key));
    details.open = filled;
    summary.addEventListener('click', () => {
      // The folder opens or closes after the click.
      if (details.open) {
        opened.delete(key);
        way.delete(key);
      } else opened.add(key);
    });
    details.addEventListener('toggle', () => {
      if (filled || !details.open) return;
      filled = true;
      void list(key).then((items) => details.append(items));
    });
    return item;
  }

  const tree = await list('root');
  nav.replaceChildren(tree);
  const form = document.querySelector<HTMLElement>('.explorer-filter');
  if (form) startExplorerFilter(form, tree);
  nav.hidden = false;
  nav.scrollTop = kept.top;
  showCurrent(nav);
  // To ask for the place when the page is left would cost a whole layout, and the next page would wait.
  let { scrollTop: top } = nav;
  nav.addEventListener('scroll', () => (top = nav.scrollTop), { passive: true });
  addEventListener('pagehide', () => keep(storage, { open: [...opened], way: [...way], top }));
}

/** Scrolls the explorer, never the page, to the note of the page where that is out of sight. */
function showCurrent(nav: HTMLElement): void {
  const current = nav.querySelector('[aria-current="page"]');
  if (!current) return;
  const [frame, item] = [nav.getBoundingClientRect(), current.getBoundingClientRect()];
  if (item.top >= frame.top && item.bottom <= frame.bottom) return;
  nav.scrollTop += item.top - frame.top - (frame.height - item.height) / 2;
}

/** Browsers may forbid storage: then nothing is kept. */
function readKept(storage: string): Kept {
  try {
    const { open, way, top } = JSON.parse(sessionStorage.getItem(storage) ?? '{}');
    return { open: keysOf(open), way: keysOf(way), top: Number(top) || 0 };
  } catch {
    return { open: [], way: [], top: 0 };
  }
}

function keysOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function keep(storage: string, kept: Kept): void {
  try {
    sessionStorage.setItem(storage, JSON.stringify(kept));
  } catch {
    // The next page begins anew.
  }
}

function link(title: string, href: string, ...after: readonly Node[]): HTMLAnchorElement {
  const made = element('a', { href }, title);
  if (after.length > 0) made.append(' ', ...after);
  if (made.pathname === location.pathname) made.setAttribute('aria-current', 'page');
  return made;
}
