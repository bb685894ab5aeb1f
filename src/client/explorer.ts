/** Fills the explorer: one folder at a time, as the reader opens it. */
interface Folder {
  readonly folders: readonly {
    readonly title: string;
    readonly key: string;
    readonly count: number;
  }[];
  readonly notes: readonly (readonly [string, string])[];
}

export async function startExplorer(nav: HTMLElement): Promise<void> {
  const source = nav.dataset.source ?? '';
  const open = new Set(nav.dataset.open?.split(' '));

  async function list(key: string): Promise<HTMLUListElement> {
    const response = await fetch(`${source}${key}.json`);
    const folder: Folder = await response.json();
    const items = document.createElement('ul');
    items.append(
      ...folder.folders.map(({ title, key, count }) => branch(title, key, count)),
      ...folder.notes.map(([title, href]) => leaf(title, href)),
    );
    return items;
  }

  function branch(title: string, key: string, count: number): HTMLLIElement {
    const item = document.createElement('li');
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    const number = document.createElement('span');
    number.className = 'count';
    number.textContent = String(count);
    summary.append(title, ' ', number);
    details.append(summary);
    item.append(details);
    let filled = false;
    details.addEventListener('toggle', () => {
      if (filled || !details.open) return;
      filled = true;
      void list(key).then((items) => details.append(items));
    });
    details.open = open.has(key);
    return item;
  }

  function leaf(title: string, href: string): HTMLLIElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    item.append(link);
    return item;
  }

  nav.replaceChildren(await list('root'));
  nav.hidden = false;
}
