/** The site's words as the page that is open shows them. */
import { type Say, say, type UiLang } from '../site/words.ts';

/** The language of the words on this page, which a reader may have chosen. */
export function pageUi(): UiLang {
  return (document.documentElement.dataset.ui ?? 'en') as UiLang;
}

/** The words in that language. */
export function pageWords(): Say {
  return say(pageUi());
}
