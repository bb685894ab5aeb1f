/** Copies the address of a heading or block, and says so. */

import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

let region: HTMLElement | undefined;
let timer = 0;

/** A region speaks of what comes into it: it stands there before the words do. */
function announce(text: string): void {
  region ??= document.body.appendChild(element('div', { role: 'status' }));
  const place = region;
  place.replaceChildren();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    place.append(element('div', { className: 'toast', lang: shownLanguage() }, text));
    timer = window.setTimeout(() => place.replaceChildren(), 2500);
  }, 100);
}

/** Copies the address of the place with this id. */
export async function copyPlace(id: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = encodeURIComponent(id);
  try {
    await navigator.clipboard.writeText(address.href);
    announce(lookup(actionTexts, shownLanguage())('copied'));
  } catch {
    // Without permission the address bar holds what could not be copied.
    location.hash = address.hash;
  }
}
