/** The dialog in which a drawing or picture is enlarged. */
import { interfaceLanguage, lookup } from '../../garden/interface-texts/lookup.ts';
import { viewerTexts } from '../../garden/interface-texts/viewer-texts.ts';
import style from '../../site/styles/diagram-dialog.css?url';
import { element } from '../element.ts';
import { loadStylesheet } from '../stylesheet.ts';
import { startZoomKeys, type View, type ViewButton, viewButtons } from './view.ts';

export type ViewerText = (key: keyof typeof viewerTexts) => string;

interface DialogSettings {
  /** What opened it, to which the focus returns. */
  readonly opener: HTMLElement;
  readonly title: string;
  /** Buttons before the one that closes. */
  readonly buttons?: (text: ViewerText) => readonly ViewButton[];
}

export interface ShownDialog {
  readonly dialog: HTMLDialogElement;
  /** Names the dialog anew. */
  rename(title: string): void;
}

/** Loads the look of the dialog. Gives whether none is open: while it loads, a second click may open another. */
export async function isDialogFree(): Promise<boolean> {
  await loadStylesheet(style, 'first');
  return document.querySelector('.diagram-dialog') === null;
}

/** Shows a pane in a dialog with its title and buttons; it leaves the document when it is closed. */
export function showDialog(
  pane: HTMLElement,
  view: View,
  { opener, title, buttons = () => [] }: DialogSettings,
): ShownDialog {
  const lang = opener.closest<HTMLElement>('[lang]')?.lang ?? '';
  const text = lookup(viewerTexts, interfaceLanguage(lang, 'en'));
  const dialog = element('dialog', { className: 'diagram-dialog' });
  const close = ['close', text('close'), () => dialog.close()] as const;
  const shown = viewButtons(view, text, ...buttons(text), close);
  const label = element('span', {});
  const rename = (name: string) => {
    label.textContent = name;
    for (const named of [pane, dialog]) named.setAttribute('aria-label', name);
  };
  rename(title);
  dialog.append(element('div', { className: 'diagram-keys' }, label, ...shown), pane);
  pane.setAttribute('role', 'group');
  startZoomKeys(dialog, view);
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  view.fit();
  pane.focus();
  return { dialog, rename };
}
