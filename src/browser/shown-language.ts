/** The language of the interface on the open page, which a reader may have chosen. */
import type { InterfaceLanguage } from '../garden/interface-texts/lookup.ts';

export function shownLanguage(): InterfaceLanguage {
  return document.documentElement.dataset['ui'] === 'zh' ? 'zh' : 'en';
}
