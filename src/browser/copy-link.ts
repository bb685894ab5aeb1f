/** Copies the address of a heading or block and announces it. */
import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { announce } from './announce.ts';
import { shownLanguage } from './shown-language.ts';

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
