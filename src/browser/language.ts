/** Shows the interface in the language a reader chose; the content of notes stays as it is. */
import { interfaceLanguage } from '../garden/interface-texts/lookup.ts';
import { type PageTextKey, pageText } from '../garden/interface-texts/page-texts.ts';

/** Shows the interface in `chosen`, or in the site's own language for ''. */
export function showLanguage(chosen: string): void {
  const root = document.documentElement;
  const ui = interfaceLanguage(chosen || root.dataset.siteLanguage || '', 'en');
  const text = pageText(ui);
  root.dataset.ui = ui;
  for (const part of document.querySelectorAll<HTMLElement>('[data-text]')) {
    part.textContent = text(part.dataset.text as PageTextKey, part.dataset.textValue);
    part.lang = ui;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-text-label]')) {
    part.ariaLabel = text(part.dataset.textLabel as PageTextKey);
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-text-title]')) {
    part.title = text(part.dataset.textTitle as PageTextKey);
  }
  for (const part of document.querySelectorAll<HTMLElement>('.site-header, .site-footer')) {
    part.lang = ui;
  }
}
