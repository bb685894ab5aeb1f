/** Says what has been done: in sight for a while, and to screen readers. */
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

let region: HTMLElement | undefined;
let timer = 0;

/** Screen readers announce what is added to a live region, which must exist before. */
export function announce(text: string): void {
  region ??= document.body.appendChild(element('div', { role: 'status' }));
  const status = region;
  status.replaceChildren();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    status.append(element('div', { className: 'toast', lang: shownLanguage() }, text));
    timer = window.setTimeout(() => status.replaceChildren(), 2500);
  }, 100);
}
