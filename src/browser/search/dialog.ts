/** The search dialog, created when it is first opened. */
import style from '../../site/styles/search.css?url';
import { element } from '../element.ts';
import { loadStylesheet } from '../stylesheet.ts';
import { ask } from './ask.ts';
import { SearchPanel } from './panel.ts';
import { searchText } from './search-text.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/** Opens the dialog with the last query. */
export async function openSearch(): Promise<void> {
  // The index loads while the reader types.
  void ask('open', null).catch(() => null);
  await loadStylesheet(style);
  const opened = dialog ?? make();
  if (!opened.open) opened.showModal();
  panel?.input.select();
}

function make(): HTMLDialogElement {
  panel = new SearchPanel({ first: 6, whole: false, changed: () => {} });
  const close = element(
    'button',
    { type: 'button', className: 'search-close' },
    searchText('close'),
  );
  const keys = element('p', { className: 'search-keys' }, searchText('keys'));
  dialog = element(
    'dialog',
    { className: 'search-dialog', ariaLabel: searchText('search') },
    panel.root,
  );
  dialog.append(element('div', { className: 'search-foot' }, keys, close));
  document.body.append(dialog);
  const made = dialog;
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  // In a search field with a query, browsers use Escape to empty it.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  // A link may lead to another section of the same page.
  panel.root.addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a[href]');
    if (isLink && !event.ctrlKey && !event.metaKey) made.close();
  });
  panel.show('');
  return made;
}
