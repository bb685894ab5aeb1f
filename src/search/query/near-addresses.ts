/** What a reader may have meant by an address without a page: a note that moved, a folder, a slip. */
import { fold } from '../cut/cut-text.ts';
import { jumpTo, nearestTitles } from './title-jump.ts';
import type { Title } from './titles.ts';

/**
 * At most `maxCount` pages for a decoded path below the site's base, such as `/notes/kafka.html`, the
 * likeliest first: those with this last part of the address or this name, those below it, those with a
 * name that has its words or one slip less; and only if there are none, those with the most similar names.
 */
export function nearAddresses(titles: readonly Title[], path: string, maxCount: number): Title[] {
  const asked = path.split('/').filter((part) => part !== '');
  const words = wordsOf(asked.at(-1) ?? '');
  if (words === '') return [];
  const folder = `/${asked.map(wordsOf).join('/')}/`;
  const called = titles.filter(({ title, aliases, permalink }) =>
    [title, ...aliases, lastPart(permalink)].some((name) => wordsOf(name) === words),
  );
  const below = titles.filter(({ permalink }) => {
    return permalink.split('/').map(wordsOf).join('/').startsWith(folder);
  });
  const named = jumpTo(titles, words, maxCount).map(({ title }) => title);
  const found = new Set([...called, ...below, ...named]);
  const shown = found.size > 0 ? [...found] : nearestTitles(titles, words, maxCount);
  return shown.slice(0, maxCount);
}

function lastPart(permalink: string): string {
  return permalink.split('/').filter(Boolean).at(-1) ?? '';
}

/** A part of an address as words: hyphens are spaces there, and some sites end it like a file. */
function wordsOf(part: string): string {
  const name = part.replace(/\.(?:html?|md|mdx)$/i, '').replace(/[\s_+-]+/gu, ' ');
  return fold(name.normalize('NFKC')).trim();
}
