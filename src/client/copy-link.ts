/** Copies the address of a heading or block, and says so. */
import { say, type UiLang } from '../words.ts';
import { element } from './element.ts';

const word = () => say((document.documentElement.dataset.ui ?? 'en') as UiLang);

function announce(text: string): void {
  document.querySelector('.toast')?.remove();
  const toast = element('div', { className: 'toast', role: 'status' });
  document.body.append(toast);
  toast.textContent = text;
  setTimeout(() => toast.remove(), 2500);
}

/** Copies the address of the place with this id. */
export async function copyPlace(id: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = encodeURIComponent(id);
  try {
    await navigator.clipboard.writeText(address.href);
    announce(word()('copied'));
  } catch {
    // Without permission the link itself still works.
  }
}
