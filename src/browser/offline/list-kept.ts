/** The offline page: lists the cached pages, the last read first. */
import { element } from '../element.ts';
import { storesOf } from './stores.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A cached page as a line of the list; null for a redirect. */
async function lineOf(address: string, response: Response, site: string): Promise<Node | null> {
  const [head = ''] = (await response.text()).split('</head>', 1);
  const page = new DOMParser().parseFromString(head, 'text/html');
  if (page.querySelector('meta[http-equiv="refresh"]')) return null;
  const title = page.title.replace(` · ${site}`, '');
  const link = element('a', { href: address, lang: page.documentElement.lang }, title);
  return element('li', {}, link);
}

/** Fills the list, or shows that nothing is cached. */
export async function listKept(): Promise<void> {
  const list = document.querySelector<HTMLElement>('.kept-pages');
  const none = document.querySelector<HTMLElement>('.kept-none');
  if (!list || !none) return;
  document.querySelector('.kept-again')?.addEventListener('click', () => location.reload());
  const store = 'caches' in globalThis ? await caches.open(storesOf(base).pages) : null;
  for (const request of (await store?.keys())?.toReversed() ?? []) {
    const response = await store?.match(request);
    const line = response && (await lineOf(request.url, response, list.dataset.title ?? ''));
    if (line) list.append(line);
  }
  none.hidden = list.childElementCount > 0;
}
