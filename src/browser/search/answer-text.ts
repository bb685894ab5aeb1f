/** Texts of what a search found, in the language that the page shows. */
import { type AnswerTextKey, answerTexts } from '../../garden/interface-texts/answer-texts.ts';
import { lookup } from '../../garden/interface-texts/lookup.ts';
import { shownLanguage } from '../shown-language.ts';

/** The text of a key; `value` replaces `{n}`. */
export function answerText(key: AnswerTextKey, value?: number | string): string {
  return lookup(answerTexts, shownLanguage())(key, value);
}
