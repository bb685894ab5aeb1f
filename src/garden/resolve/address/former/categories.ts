/** Categories of notes that come from a blog are tags, and their lists lead to the tags. */
import type { FormerTool } from '../../../former-tool.ts';
import type { Policy, TagPage } from '../../../garden.ts';
import type { Note } from '../../../note.ts';
import { tagKey } from '../../../tag-key.ts';
import type { AddressBook } from '../address-book.ts';
import { formerPath } from './former-path.ts';
import { hugoSlug } from './former-slug.ts';
import { categoriesOf } from './former-value.ts';

/** Programs with categories, each with the folder of their lists. */
const lists: ReadonlyMap<FormerTool, string> = new Map([
  ['jekyll', 'categories'],
  ['hexo', 'categories'],
  ['hugo', 'categories'],
  ['wordpress', 'category'],
]);

/** The note with its categories as tags, where the program that it comes from has them. */
export function withCategories(note: Note, { movedFrom = [] }: Policy): Note {
  if (note.dialect !== 'obsidian' || !movedFrom.some((tool) => lists.has(tool))) return note;
  const known = new Set(note.tags.map(tagKey));
  const names = categoriesOf(note, movedFrom.includes('jekyll')).map(tagOf);
  const added = names.filter((name) => name !== '' && !known.has(tagKey(name)));
  return added.length === 0 ? note : { ...note, tags: [...note.tags, ...added] };
}

/** Tags have no blanks and no signs: “Distributed systems” is `Distributed-systems`. */
function tagOf(category: string): string {
  const words = category.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/gu, '');
  return /[^\d/]/u.test(words) ? words : '';
}

/** Redirects from the lists of categories to the pages of the tags. */
export function categoryRedirects(
  notes: readonly { readonly note: Note }[],
  tags: ReadonlyMap<string, TagPage>,
  book: AddressBook,
  { movedFrom = [] }: Policy,
): [string, string][] {
  const folders = new Set(movedFrom.map((tool) => lists.get(tool) ?? '').filter(Boolean));
  if (folders.size === 0) return [];
  const categories = new Set(
    notes.flatMap(({ note }) => categoriesOf(note, movedFrom.includes('jekyll'))),
  );
  if (categories.size === 0) return wordPressTags(tags, book, movedFrom);
  const overview = [...folders].flatMap((folder): [string, string][] => {
    const taken = book.takeFirst([folder], '#');
    return taken === null ? [] : [[`/${taken}/`, '/tags/']];
  });
  const single = [...folders].flatMap((folder) =>
    [...categories].sort().flatMap((name): [string, string][] => {
      const tag = tags.get(tagKey(tagOf(name)));
      const from = formerPath(`${folder}/${hugoSlug(name)}`);
      const taken = tag && from !== null ? book.takeFirst([from], `#${name}`) : null;
      return tag && taken !== null ? [[`/${taken}/`, tag.permalink]] : [];
    }),
  );
  return [...overview, ...single, ...wordPressTags(tags, book, movedFrom)];
}

/** Hexo's list of all posts by date leads to the recent changes. */
export function listRedirects(book: AddressBook, { movedFrom = [] }: Policy): [string, string][] {
  const taken = movedFrom.includes('hexo') ? book.takeFirst(['archives'], '#') : null;
  return taken === null ? [] : [[`/${taken}/`, '/recent/']];
}

/** WordPress has the lists of its tags below `/tag/`. */
function wordPressTags(
  tags: ReadonlyMap<string, TagPage>,
  book: AddressBook,
  movedFrom: readonly FormerTool[],
): [string, string][] {
  if (!movedFrom.includes('wordpress')) return [];
  return [...tags].flatMap(([key, { permalink }]): [string, string][] => {
    const taken = book.takeFirst([`tag/${hugoSlug(key)}`], `#${key}`);
    return taken === null ? [] : [[`/${taken}/`, permalink]];
  });
}
