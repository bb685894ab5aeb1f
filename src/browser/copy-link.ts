/** Copies the address of a heading or block and announces it. */

import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

let region: HTMLElement | undefined;
let timer = 0;

/** Screen readers announce what is added to a live region, which must exist before. */
function announce(text: string): void {
  region ??= document.body.appendChild(element('div', { role: 'status' }));
  const status = region;
  status.replaceChildren();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    status.append(element('div', { className: 'toast', lang: shownLanguage() }, text));
    timer = window.setTimeout(() => status.replaceChildren(), 2500);
  }, 100);
}

/** Copies the address of the element with this id. */
export async function copyLink(id: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = encodeURIComponent(id);
  try {
    await navigator.clipboard.writeText(address.href);
    announce(lookup(actionTexts, shownLanguage())('copied'));
  } catch {
    // Without permission to copy, the address bar shows the address.
    location.hash = address.hash;
  }
}
