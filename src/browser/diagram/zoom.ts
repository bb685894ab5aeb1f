/** The dialog that shows a diagram enlarged. Loaded when a reader opens it. */
import { diagramViewerTexts } from '../../garden/interface-texts/diagram-viewer-texts.ts';
import { interfaceLanguage, lookup } from '../../garden/interface-texts/lookup.ts';
import { element } from '../element.ts';
import { startPanning } from './panning.ts';

const [minScale, maxScale] = [0.1, 6];

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
  const view = startView(pane, drawing);
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

interface View {
  /** Zooms by a factor; the point of the drawing at (x, y) of the pane stays where it is. */
  zoom(factor: number, x?: number, y?: number): void;
  fit(): void;
}

function startView(pane: HTMLElement, drawing: SVGSVGElement): View {
  const { width, height } = drawing.viewBox.baseVal;
  let scale = 1;
  const show = (wanted: number, x: number, y: number): void => {
    const next = Math.min(maxScale, Math.max(minScale, wanted));
    const left = ((pane.scrollLeft + x) / scale) * next - x;
    const top = ((pane.scrollTop + y) / scale) * next - y;
    scale = next;
    drawing.style.cssText = `width:${width * scale}px;height:${height * scale}px`;
    pane.scrollTo(left, top);
  };
  const view: View = {
    zoom: (factor, x = pane.clientWidth / 2, y = pane.clientHeight / 2) =>
      show(scale * factor, x, y),
    fit: () => show(Math.min(1.5, pane.clientWidth / width, pane.clientHeight / height), 0, 0),
  };
  startPanning(pane, view.zoom);
  return view;
}

function makeDialog(
  pane: HTMLElement,
  view: View,
  opener: HTMLElement,
  title: string,
): HTMLDialogElement {
  const lang = opener.closest<HTMLElement>('[lang]')?.lang ?? '';
  const text = lookup(diagramViewerTexts, interfaceLanguage(lang, 'en'));
  const button = (sign: string, label: string, run: () => void): HTMLElement => {
    const made = element('button', { type: 'button', className: 'button', title: label }, sign);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', run);
    return made;
  };
  const dialog = element('dialog', { className: 'diagram-dialog' });
  dialog.append(
    element(
      'div',
      { className: 'diagram-keys' },
      element('span', {}, title),
      button('−', text('zoomOut'), () => view.zoom(0.8)),
      button('+', text('zoomIn'), () => view.zoom(1.25)),
      button('⤢', text('fit'), view.fit),
      button('✕', text('close'), () => dialog.close()),
    ),
    pane,
  );
  dialog.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') view.zoom(1.25);
    else if (event.key === '-') view.zoom(0.8);
    else if (event.key === '0') view.fit();
    else return;
    event.preventDefault();
  });
  return dialog;
}
