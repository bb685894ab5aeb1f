/** The sheet of choices and keys: made when it is first asked for. */
import type { Say, Word } from '../site/words.ts';
import { choice, keep, setTheme } from './choices.ts';
import { element } from './element.ts';
import { showLanguage } from './language.ts';
import { pageUi, pageWords } from './page-words.ts';
import { shortcuts } from './shortcut-table.ts';

function select(
  key: string,
  label: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement {
  const list = element('select', { name: key });
  for (const [value, text] of options) {
    list.append(element('option', { value, selected: (choice(key) ?? '') === value }, text));
  }
  list.addEventListener('change', () => change(list.value));
  return element('label', { className: 'choice' }, label, list);
}

function toggle(key: string, label: string, initial: boolean): HTMLElement {
  const chosen = choice(key);
  const box = element('input', { type: 'checkbox', checked: chosen ? chosen === 'on' : initial });
  box.addEventListener('change', () => keep(key, box.checked ? 'on' : 'off'));
  return element('label', { className: 'choice' }, label, box);
}

function keyList(word: (name: Word) => string): HTMLElement {
  const list = element('dl', { className: 'keys' });
  for (const { keys, word: name } of shortcuts) {
    const term = element('dt', {});
    for (const key of keys) term.append(element('kbd', {}, key), ' ');
    list.append(term, element('dd', {}, word(name)));
  }
  list.append(
    element('dt', {}, element('kbd', {}, 'Ctrl'), ' ', element('kbd', {}, 'K')),
    element('dd', {}, word('search')),
  );
  return list;
}

function partsOf(sheet: HTMLDialogElement, word: Say): readonly HTMLElement[] {
  const close = element('button', { className: 'button', type: 'button' }, word('close'));
  close.addEventListener('click', () => sheet.close());
  const title = element('h2', { id: 'choices-title' }, word('settings'));
  const themes = ['', 'light', 'dark'].map(
    (value) => [value, word((value || 'system') as Word)] as const,
  );
  const languages = [
    ['', word('asPage')],
    ['en', 'English'],
    ['zh', '中文'],
  ] as const;
  return [
    element('div', { className: 'dialog-head' }, title, close),
    select('theme', word('theme'), themes, setTheme),
    select('ui', word('language'), languages, (value) => {
      keep('ui', value);
      showLanguage(value);
      fill(sheet);
      sheet.querySelector<HTMLElement>('[name="ui"]')?.focus();
    }),
    toggle('previews', word('previews'), true),
    toggle('panes', word('panes'), false),
    toggle('shortcuts', word('shortcutsOn'), true),
    element('h3', {}, word('shortcuts')),
    keyList(word),
  ];
}

/** Puts the choices into the sheet, in the language of the site's words. */
function fill(sheet: HTMLDialogElement): void {
  sheet.lang = pageUi();
  sheet.replaceChildren(...partsOf(sheet, pageWords()));
}

export function openSheet(): void {
  const panes = choice('panes');
  const sheet = element('dialog', { className: 'dialog' });
  sheet.setAttribute('aria-labelledby', 'choices-title');
  fill(sheet);
  sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
  sheet.addEventListener('close', () => {
    sheet.remove();
    // Panes are another page: nobody is sent there in the middle of choosing.
    if (choice('panes') !== panes) location.reload();
  });
  document.body.append(sheet);
  sheet.showModal();
}
