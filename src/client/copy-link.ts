/** Copies the address of a heading or block, and says so. */
import { say, type UiLang } from '../words.ts';
import { element } from './element.ts';

const word = () => say((document.documentElement.dataset.ui ?? 'en') as UiLang);

let region: HTMLElement | undefined;
let timer = 0;

/** A region speaks of what comes into it: it stands there before the words do. */
function announce(text: string): void {
  region ??= document.body.appendChild(element('div', { role: 'status' }));
  const place = region;
  place.replaceChildren();
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const { ui = 'en' } = document.documentElement.dataset;
    place.append(element('div', { className: 'toast', lang: ui }, text));
    timer = window.setTimeout(() => place.replaceChildren(), 2500);
  }, 100);
}

/** Copies the address of the place with this id. */
export async function copyPlace(id: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = encodeURIComponent(id);
  try {
    await navigator.clipboard.writeText(address.href);
    announce(word()('copied'));
  } catch {
    // Without permission the address bar holds what could not be copied.
    location.hash = address.hash;
  }
}
