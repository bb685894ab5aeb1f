/** The settings dialog, with the list of keyboard shortcuts. Loaded when a reader opens it. */
import { type PageText, type PageTextKey, pageText } from '../garden/interface-texts/page-texts.ts';
import style from '../site/styles/settings-dialog.css?url';
import { element } from './element.ts';
import { showLanguage } from './language.ts';
import { preference, setPreference, setTheme } from './preferences.ts';
import { shortcuts } from './shortcut-table.ts';
import { shownLanguage } from './shown-language.ts';
import { loadStylesheet } from './stylesheet.ts';

function select(
  key: string,
  label: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement {
  const list = element('select', { name: key });
  for (const [value, name] of options) {
    list.append(element('option', { value, selected: (preference(key) ?? '') === value }, name));
  }
  list.addEventListener('change', () => change(list.value));
  return element('label', { className: 'choice' }, label, list);
}

function toggle(key: string, label: string, initial: boolean): HTMLElement {
  const chosen = preference(key);
  const box = element('input', { type: 'checkbox', checked: chosen ? chosen === 'on' : initial });
  box.addEventListener('change', () => setPreference(key, box.checked ? 'on' : 'off'));
  return element('label', { className: 'choice' }, label, box);
}

function keyList(text: PageText): HTMLElement {
  const list = element('dl', { className: 'keys' });
  for (const { keys, label } of shortcuts) {
    const term = element('dt', {});
    for (const key of keys) term.append(element('kbd', {}, key), ' ');
    list.append(term, element('dd', {}, text(label)));
  }
  list.append(
    element('dt', {}, element('kbd', {}, 'Ctrl'), ' ', element('kbd', {}, 'K')),
    element('dd', {}, text('search')),
  );
  return list;
}

function partsOf(dialog: HTMLDialogElement, text: PageText): readonly HTMLElement[] {
  const close = element('button', { className: 'button', type: 'button' }, text('close'));
  close.addEventListener('click', () => dialog.close());
  const title = element('h2', { id: 'choices-title' }, text('settings'));
  const themes = ['', 'light', 'dark'].map(
    (value) => [value, text((value || 'system') as PageTextKey)] as const,
  );
  const languages = [
    ['', text('asSite')],
    ['en', 'English'],
    ['zh', '中文'],
  ] as const;
  return [
    element('div', { className: 'dialog-head' }, title, close),
    select('theme', text('theme'), themes, setTheme),
    select('ui', text('language'), languages, (value) => {
      setPreference('ui', value);
      showLanguage(value);
      fill(dialog);
      dialog.querySelector<HTMLElement>('[name="ui"]')?.focus();
    }),
    toggle('previews', text('previews'), true),
    toggle('panes', text('panes'), false),
    toggle('shortcuts', text('shortcutsOn'), true),
    element('h3', {}, text('shortcuts')),
    keyList(text),
  ];
}

/** Fills the dialog in the language of the interface. */
function fill(dialog: HTMLDialogElement): void {
  dialog.lang = shownLanguage();
  dialog.replaceChildren(...partsOf(dialog, pageText(shownLanguage())));
}

/** Opens the dialog of the reader's settings. */
export async function openSettings(): Promise<void> {
  await loadStylesheet(style, 'first');
  if (document.querySelector('.dialog')) return;
  const panes = preference('panes');
  const dialog = element('dialog', { className: 'dialog' });
  dialog.setAttribute('aria-labelledby', 'choices-title');
  fill(dialog);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    // Switching panes needs a reload, which waits until the reader is done.
    if (preference('panes') !== panes) location.reload();
  });
  document.body.append(dialog);
  dialog.showModal();
}
