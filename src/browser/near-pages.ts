/** Pages that a reader may have meant, on the page for addresses that do not exist. */
import { percentDecoded } from '../garden/percent-decoding.ts';
import { element } from './element.ts';
import { hrefOf } from './search/href.ts';
import { pagesNear } from './titles.ts';

const maxCount = 5;

/** Lists them in the section, which stays hidden where there are none. */
export async function showNearPages(section: HTMLElement): Promise<void> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const here = percentDecoded(location.pathname);
  const path = here.startsWith(base) ? here.slice(base.length) : here;
  if (path === '404.html') return;
  const pages = await pagesNear(path, maxCount).catch(() => []);
  const links = pages.map(({ title, permalink }) =>
    element('li', {}, element('a', { href: hrefOf(permalink, '') }, title)),
  );
  section.querySelector('ul')?.append(...links);
  section.hidden = links.length === 0;
}
