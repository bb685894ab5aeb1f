/** Titles of the whole garden, from the file that the search reads, too. */
import { jumpTo } from '../search/query/title-jump.ts';
import { type Title, unpackTitles } from '../search/query/titles.ts';
import { unpack } from './search/unpack.ts';

let titles: Promise<readonly Title[]> | undefined;

/** The notes and journals whose title or alias matches what was typed, the best first, at most `count`. */
export async function notesCalled(typed: string, count: number): Promise<readonly Title[]> {
  titles ??= readTitles();
  const written = (await titles).filter(({ kind }) => kind === 'note' || kind === 'journal');
  return jumpTo(written, typed, count).map(({ title }) => title);
}

async function readTitles(): Promise<readonly Title[]> {
  const text = await unpack(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}search/titles.bin`);
  return text === '' ? [] : unpackTitles(text);
}
