/** Titles of the whole garden, from the file that the search reads, too. */
import { nearAddresses } from '../search/query/near-addresses.ts';
import { jumpTo } from '../search/query/title-jump.ts';
import { type Title, unpackTitles } from '../search/query/titles.ts';
import { element } from './element.ts';
import { hrefOf } from './search/href.ts';
import { unpack } from './search/unpack.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

let titles: Promise<readonly Title[]> | undefined;

/** List items with links to the notes and journals whose title or alias matches what was typed, the best first. */
export async function notesCalled(typed: string, count: number): Promise<HTMLElement[]> {
  titles ??= readTitles();
  const written = (await titles).filter(({ kind }) => kind === 'note' || kind === 'journal');
  return jumpTo(written, typed, count).map(({ title }) => itemOf(title));
}

/** List items with links to the pages that may be meant by an address without one. */
export async function pagesNear(address: string, count: number): Promise<HTMLElement[]> {
  const path = address.startsWith(base) ? address.slice(base.length) : address;
  // The page itself has no address that was asked for.
  if (path === '404.html') return [];
  titles ??= readTitles();
  return nearAddresses(await titles, path, count).map(itemOf);
}

function itemOf({ title, permalink }: Title): HTMLElement {
  return element('li', {}, element('a', { href: hrefOf(permalink, '') }, title));
}

async function readTitles(): Promise<readonly Title[]> {
  const text = await unpack(`${base}search/titles.bin`);
  return text === '' ? [] : unpackTitles(text);
}
