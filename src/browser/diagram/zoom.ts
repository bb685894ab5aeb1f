/** The dialog that shows a diagram enlarged. Loaded when a reader opens it. */
import { interfaceLanguage, lookup } from '../../garden/interface-texts/lookup.ts';
import { viewerTexts } from '../../garden/interface-texts/viewer-texts.ts';
import { element } from '../element.ts';
import { startView, startZoomKeys, type View, viewButtons } from './view.ts';

/**
 * Opens the drawing of the figure that contains `opener`. The drawing itself moves into the dialog
 * and back, because its styles depend on its id; a placeholder keeps its space meanwhile.
 */
export function openZoom(opener: HTMLElement): void {
  const figure = opener.closest('figure');
  const drawing = figure?.querySelector<SVGSVGElement>('.diagram-scroll > svg');
  if (!figure || !drawing) return;
  const place = element('div', {});
  place.style.height = `${drawing.getBoundingClientRect().height}px`;
  const pane = element('div', { className: 'diagram-pane', tabIndex: 0 });
  const view = startDrawingView(pane, drawing);
  const title = figure.querySelector('.diagram-bar span')?.textContent ?? '';
  const dialog = makeDialog(pane, view, opener, title);
  pane.setAttribute('role', 'group');
  for (const named of [pane, dialog]) named.setAttribute('aria-label', title);
  dialog.addEventListener('close', () => {
    drawing.removeAttribute('style');
    place.replaceWith(drawing);
    dialog.remove();
    opener.focus();
  });
  drawing.replaceWith(place);
  pane.append(drawing);
  document.body.append(dialog);
  dialog.showModal();
  view.fit();
  pane.focus();
}

function startDrawingView(pane: HTMLElement, drawing: SVGSVGElement): View {
  const { width, height } = drawing.viewBox.baseVal;
  return startView(pane, {
    maxScale: 6,
    fittingScale: () => Math.min(1.5, pane.clientWidth / width, pane.clientHeight / height),
    resize: (scale) => {
      drawing.style.cssText = `width:${width * scale}px;height:${height * scale}px`;
    },
  });
}

function makeDialog(
  pane: HTMLElement,
  view: View,
  opener: HTMLElement,
  title: string,
): HTMLDialogElement {
  const lang = opener.closest<HTMLElement>('[lang]')?.lang ?? '';
  const text = lookup(viewerTexts, interfaceLanguage(lang, 'en'));
  const dialog = element('dialog', { className: 'diagram-dialog' });
  const close = () => dialog.close();
  const buttons = viewButtons(view, text, ['close', text('close'), close]);
  dialog.append(
    element('div', { className: 'diagram-keys' }, element('span', {}, title), ...buttons),
    pane,
  );
  startZoomKeys(dialog, view);
  return dialog;
}
