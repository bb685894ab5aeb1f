/** Says the site's words in the language a reader chose; what notes say stays as it is. */
import { say, type UiLang, uiLang, type Word } from '../site/words.ts';

/** Shows the words in `chosen`, or in the page's own language where nothing is chosen. */
export function showLanguage(chosen: string): void {
  const root = document.documentElement;
  const ui: UiLang = uiLang(chosen || root.lang, 'en');
  const word = say(ui);
  root.dataset.ui = ui;
  for (const part of document.querySelectorAll<HTMLElement>('[data-word]')) {
    part.textContent = word(part.dataset.word as Word, part.dataset.wordN);
    part.lang = ui;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-word-label]')) {
    part.ariaLabel = word(part.dataset.wordLabel as Word);
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-word-title]')) {
    part.title = word(part.dataset.wordTitle as Word);
  }
  for (const part of document.querySelectorAll<HTMLElement>('.site-header, .site-footer')) {
    part.lang = ui;
  }
}
