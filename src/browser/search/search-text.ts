/** Texts of search in the language that the page shows. */
import { lookup } from '../../garden/interface-texts/lookup.ts';
import { type SearchTextKey, searchTexts } from '../../garden/interface-texts/search-texts.ts';
import { shownLanguage } from '../shown-language.ts';

/** The text of a key; `value` replaces `{n}`. */
export function searchText(key: SearchTextKey, value?: number | string): string {
  return lookup(searchTexts, shownLanguage())(key, value);
}
