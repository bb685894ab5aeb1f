/** Titles of the whole garden, from the file that the search reads, too. */
import { nearAddresses } from '../search/query/near-addresses.ts';
import { jumpTo } from '../search/query/title-jump.ts';
import { type Title, unpackTitles } from '../search/query/titles.ts';
import { element } from './element.ts';
import { hrefOf } from './search/href.ts';
import { unpack } from './search/unpack.ts';

let titles: Promise<readonly Title[]> | undefined;

/** List items with links to the notes and journals whose title or alias matches what was typed, the best first. */
export async function notesCalled(typed: string, count: number): Promise<HTMLElement[]> {
  titles ??= readTitles();
  const written = (await titles).filter(({ kind }) => kind === 'note' || kind === 'journal');
  return jumpTo(written, typed, count).map(({ title: { title, permalink } }) =>
    element('li', {}, element('a', { href: hrefOf(permalink, '') }, title)),
  );
}

/** Pages that may be meant by an address without a page, as `nearAddresses` finds them. */
export async function pagesNear(path: string, count: number): Promise<readonly Title[]> {
  titles ??= readTitles();
  return nearAddresses(await titles, path, count);
}

async function readTitles(): Promise<readonly Title[]> {
  const text = await unpack(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}search/titles.bin`);
  return text === '' ? [] : unpackTitles(text);
}
