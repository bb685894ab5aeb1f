/** The sheet of choices and keys: made when it is first asked for. */
import { say, type UiLang, type Word } from '../words.ts';
import { choice, keep, setTheme } from './choices.ts';
import { element } from './element.ts';
import { showLanguage } from './language.ts';
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

function toggle(key: string, label: string, initial: boolean, change = () => {}): HTMLElement {
  const chosen = choice(key);
  const box = element('input', { type: 'checkbox', checked: chosen ? chosen === 'on' : initial });
  box.addEventListener('change', () => {
    keep(key, box.checked ? 'on' : 'off');
    change();
  });
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

function makeSheet(ui: UiLang): HTMLDialogElement {
  const word = say(ui);
  const close = element('button', { className: 'button', type: 'button' }, word('close'));
  const title = element('h2', { id: 'choices-title' }, word('settings'));
  const sheet = element(
    'dialog',
    { className: 'dialog', lang: ui },
    element('div', { className: 'dialog-head' }, title, close),
    select(
      'theme',
      word('theme'),
      [
        ['', word('system')],
        ['light', word('light')],
        ['dark', word('dark')],
      ],
      setTheme,
    ),
    select(
      'ui',
      word('language'),
      [
        ['', word('asPage')],
        ['en', 'English'],
        ['zh', '中文'],
      ],
      (value) => {
        keep('ui', value);
        showLanguage(value);
        sheet.close();
      },
    ),
    toggle('previews', word('previews'), true),
    toggle('panes', word('panes'), false, () => location.reload()),
    toggle('shortcuts', word('shortcutsOn'), true),
    element('h3', {}, word('shortcuts')),
    keyList(word),
  );
  sheet.setAttribute('aria-labelledby', title.id);
  close.addEventListener('click', () => sheet.close());
  sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
  sheet.addEventListener('close', () => sheet.remove());
  return sheet;
}

export function openSheet(): void {
  const ui = (document.documentElement.dataset.ui ?? 'en') as UiLang;
  const sheet = makeSheet(ui);
  document.body.append(sheet);
  sheet.showModal();
}
