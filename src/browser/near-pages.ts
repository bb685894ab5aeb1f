/** Pages that a reader may have meant, on the page for addresses that do not exist. */
import { percentDecoded } from '../garden/percent-decoding.ts';
import { pagesNear } from './titles.ts';

const maxCount = 5;

/** Lists them in the section, which stays hidden where there are none. */
export async function showNearPages(section: HTMLElement): Promise<void> {
  const address = percentDecoded(location.pathname);
  const links = await pagesNear(address, maxCount).catch(() => []);
  section.querySelector('ul')?.append(...links);
  section.hidden = links.length === 0;
}
