/**
 * Corrects a Chinese character typed by its pronunciation: 线形一致性 for 线性一致性. Such a run is on no
 * page, but its two sides are, around another character of the same pronunciation.
 */
import type { PageText } from '../cut/page-text.ts';
import type { WordIndex } from './word-index.ts';

/** A run of two characters could be almost anything; a run of more than ten is a sentence. */
const minLength = 3;
const maxLength = 10;
/** Pages that are read for each position. */
const maxPages = 8;

/** Runs on some page that sound like this one; often none. */
export async function homophonesOf(run: string, index: WordIndex): Promise<string[]> {
  const characters = [...run];
  if (characters.length < minLength || characters.length > maxLength) return [];
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
  const read = pages.slice(0, maxPages).flatMap((id) => left?.get(id) ?? right?.get(id) ?? []);
  const texts = await Promise.all(read.map((hit) => hit.read()));
  const found = new Set(texts.flatMap((page) => inPlace(page, before.join(''), after.join(''))));
  if (found.size === 0) return [];
  const soundOf = await index.sounds();
  const sound = soundOf(characters[place] ?? '');
  return [...found]
    .filter((character) => sound !== '' && soundOf(character) === sound)
    .map((character) => before.join('') + character + after.join(''));
}

/** Pages by id; null for an empty side, which is on every page. */
async function pagesWith(side: readonly string[], index: WordIndex) {
  if (side.length === 0) return null;
  return new Map((await index.phrase(side)).map((hit) => [hit.id, hit]));
}

/** Characters between the two sides. */
function inPlace({ title, sections }: PageText, before: string, after: string): string[] {
  const text = [title, ...sections.flatMap(({ heading, text: body }) => [heading, body])].join(
    '\n',
  );
  const between = new RegExp(`(?<=${before})\\p{Script=Han}(?=${after})`, 'gu');
  return text.match(between) ?? [];
}
