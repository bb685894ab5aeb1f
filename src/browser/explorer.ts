/** Fills the explorer, one folder at a time, as the reader opens it. */
import { element } from './element.ts';
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

/** Fetches and shows the root and the open folders; `data-source` and `data-open` say which. */
export async function startExplorer(nav: HTMLElement): Promise<void> {
  const source = nav.dataset.source ?? '';
  const open = new Set(nav.dataset.open?.split(' '));

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
    details.addEventListener('toggle', () => {
      if (filled || !details.open) return;
      filled = true;
      void list(key).then((items) => details.append(items));
    });
    return item;
  }

  nav.replaceChildren(await list('root'));
  nav.hidden = false;
}

function link(title: string, href: string, ...after: readonly Node[]): HTMLAnchorElement {
  const made = element('a', { href }, title);
  if (after.length > 0) made.append(' ', ...after);
  if (made.pathname === location.pathname) made.setAttribute('aria-current', 'page');
  return made;
}
