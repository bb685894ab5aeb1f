/** On a locked page: asks for the password, and opens the page with it. */
import { lockTexts } from '../../garden/interface-texts/lock-texts.ts';
import { lookup } from '../../garden/interface-texts/lookup.ts';
import { shownLanguage } from '../shown-language.ts';
import { forgetKey, knownKey, rememberKey } from './known-keys.ts';
import { contentOf, deriveKey, lockIn, type PageLock } from './lock.ts';

const place = document.querySelector<HTMLElement>('[data-locked-page]');
const lock = place && lockIn(place);
if (place && lock) void start(place, lock);

async function start(place: HTMLElement, lock: PageLock): Promise<void> {
  const form = place.querySelector('form');
  const input = form?.querySelector('input');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  if (!form || !input || !status) return;
  const text = (key: keyof typeof lockTexts) => lookup(lockTexts, shownLanguage())(key);
  if (!globalThis.crypto?.subtle) {
    form.before(Object.assign(document.createElement('p'), { textContent: text('insecure') }));
    return;
  }
  const known = knownKey(lock.salt);
  if (known && (await open(place, lock, known.key))) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void unlock();
  });
  const button = form.querySelector('button');
  const say = (key: keyof typeof lockTexts) => {
    status.lang = shownLanguage();
    status.textContent = text(key);
  };
  const unlock = async () => {
    // What is disabled would lose the focus.
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    button?.setAttribute('aria-disabled', 'true');
    say('opening');
    input.removeAttribute('aria-invalid');
    const isOpen = await deriveKey(lock, input.value)
      .then((key) => open(place, lock, key))
      .catch(() => null);
    form.ariaBusy = 'false';
    button?.removeAttribute('aria-disabled');
    if (isOpen) return;
    say(isOpen === null ? 'damaged' : 'wrong');
    if (isOpen === false) input.setAttribute('aria-invalid', 'true');
    input.focus();
    input.select();
  };
}

/** Opens the page with a key, and keeps the key for this tab. @returns whether it is the right one. */
async function open(place: HTMLElement, lock: PageLock, key: string): Promise<boolean> {
  const content = await contentOf(lock, key);
  if (content === null) return false;
  rememberKey(lock.salt, { key, pages: content.pages });
  const { showPage } = await import('./show-page.ts');
  showPage(place, content, key, () => {
    forgetKey(lock.salt);
    location.reload();
  });
  return true;
}
