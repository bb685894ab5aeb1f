/**
 * A Chinese character typed by its sound may be the wrong one: 线形一致性 for 线性一致性. Such a run
 * stands on no page, but its two sides stand on some page around another character of the same sound.
 */
import type { PageText } from '../cut/page-text.ts';
import type { WordIndex } from './word-index.ts';

/** A run of two could be almost anything; a longer one than this is a sentence. */
const shortest = 3;
const longest = 10;
/** Pages that are read to see which character stands in the place. */
const mostPages = 8;

/** Runs that sound like this one and stand on a page; none for most misspellings. */
export async function homophonesOf(run: string, index: WordIndex): Promise<string[]> {
  const characters = [...run];
  if (characters.length < shortest || characters.length > longest) return [];
  const repaired = await Promise.all(
    characters.map((_, place) => repairAt(characters, place, index)),
  );
  return [...new Set(repaired.flat())];
}

async function repairAt(
  characters: readonly string[],
  place: number,
  index: WordIndex,
): Promise<string[]> {
  const before = characters.slice(0, place);
  const after = characters.slice(place + 1);
  const [left, right] = await Promise.all([before, after].map((side) => pagesWith(side, index)));
  const pages = [...(left ?? right ?? new Map()).keys()].filter((id) => !right || right.has(id));
  const read = pages.slice(0, mostPages).flatMap((id) => left?.get(id) ?? right?.get(id) ?? []);
  const texts = await Promise.all(read.map((hit) => hit.read()));
  const found = new Set(texts.flatMap((page) => inPlace(page, before.join(''), after.join(''))));
  if (found.size === 0) return [];
  const soundOf = await index.sounds();
  const sound = soundOf(characters[place] ?? '');
  return [...found]
    .filter((character) => sound !== '' && soundOf(character) === sound)
    .map((character) => before.join('') + character + after.join(''));
}

/** Pages by id, or null for an empty side, which every page has. */
async function pagesWith(side: readonly string[], index: WordIndex) {
  if (side.length === 0) return null;
  return new Map((await index.phrase(side)).map((hit) => [hit.id, hit]));
}

/** Characters that stand between the two sides. */
function inPlace({ title, sections }: PageText, before: string, after: string): string[] {
  const text = [title, ...sections.flatMap(({ heading, text: body }) => [heading, body])].join(
    '\n',
  );
  const between = new RegExp(`(?<=${before})\\p{Script=Han}(?=${after})`, 'gu');
  return text.match(between) ?? [];
}
