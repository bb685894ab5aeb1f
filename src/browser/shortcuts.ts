/** Single-key shortcuts, and the same actions for buttons with `data-action`. */

import { ownValue } from '../garden/own-value.ts';
import { focusCurrent } from './bullets.ts';
import { fetchJson } from './fetch-page.ts';
import { pageAddress } from './link.ts';
import { isCommand } from './modifier-keys.ts';
import { preference, setPreference, switchTheme } from './preferences.ts';
import { shortcuts } from './shortcut-table.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

async function random(): Promise<void> {
  const notes = await fetchJson<readonly string[]>(`${base}/random.json`);
  const others = notes.filter((href) => href !== location.pathname);
  const next = pageAddress(others[Math.floor(Math.random() * others.length)] ?? '');
  if (next) location.assign(next.href);
}

function click(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

const actions: Readonly<Record<string, () => void>> = {
  search: () => click('.search-button'),
  prev: () => click('a[rel="prev"]'),
  next: () => click('a[rel="next"]'),
  focus: focusCurrent,
  random: () => void random(),
  theme: switchTheme,
  panes: () => {
    setPreference('panes', preference('panes') === 'on' ? 'off' : 'on');
    location.reload();
  },
  settings: () => void import('./settings-dialog.ts').then(({ openSettings }) => openSettings()),
};

function run(to: string): void {
  if (to.startsWith('/')) location.assign(base + to);
  else ownValue(actions, to)?.();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** Listens for keys and buttons from now on. */
export function startShortcuts(): void {
  let before = '';
  document.addEventListener('keydown', (event) => {
    if (isCommand(event) || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (preference('shortcuts') === 'off') return;
    const typed = before + event.key;
    const found = shortcuts.find(({ keys }) => keys.join('') === typed);
    before = found || before !== '' || event.key !== 'g' ? '' : 'g';
    if (!found) return;
    event.preventDefault();
    run(found.to);
  });
  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    if (button?.dataset.action) run(button.dataset.action);
  });
}
