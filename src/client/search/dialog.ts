/** The search dialog, made when it is first opened. */
import '../../styles/search.css';
import { element } from '../element.ts';
import { ask } from './ask.ts';
import { SearchPanel } from './panel.ts';
import { word } from './search-words.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/** Opens the dialog with what was searched for last. */
export function openSearch(): void {
  const opened = dialog ?? make();
  if (!opened.open) opened.showModal();
  panel?.input.select();
  // The index is on its way while the reader types.
  void ask('open', null).catch(() => null);
}

function make(): HTMLDialogElement {
  panel = new SearchPanel({ first: 6, whole: false, changed: () => {} });
  const close = element('button', { type: 'button', className: 'search-close' }, word('close'));
  const keys = element('p', { className: 'search-keys' }, word('keys'));
  dialog = element('dialog', { className: 'search-dialog', ariaLabel: word('search') }, panel.root);
  dialog.append(element('div', { className: 'search-foot' }, keys, close));
  document.body.append(dialog);
  const made = dialog;
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  // Links may lead to another place on this very page.
  panel.root.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a[href]');
    if (isLink && !event.ctrlKey && !event.metaKey) made.close();
  });
  panel.show('');
  return made;
}
