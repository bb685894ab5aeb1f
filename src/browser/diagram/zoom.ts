/** The dialog that shows a diagram enlarged. Loaded when a reader opens it. */
import { element } from '../element.ts';
import { isDialogFree, showDialog } from './dialog.ts';
import { startView, type View } from './view.ts';

/**
 * Opens the drawing of the figure that contains `opener`. The drawing itself moves into the dialog
 * and back, because its styles depend on its id; a placeholder keeps its space meanwhile.
 */
export async function openZoom(opener: HTMLElement): Promise<void> {
  if (!(await isDialogFree())) return;
  const figure = opener.closest('figure');
  const drawing = figure?.querySelector<SVGSVGElement>('.diagram-scroll > svg');
  if (!figure || !drawing) return;
  const place = element('div', {});
  place.style.height = `${drawing.getBoundingClientRect().height}px`;
  const pane = element('div', { className: 'diagram-pane', tabIndex: 0 });
  const view = startDrawingView(pane, drawing);
  const title = figure.querySelector('.diagram-bar span')?.textContent ?? '';
  drawing.replaceWith(place);
  pane.append(drawing);
  const { dialog } = showDialog(pane, view, { opener, title });
  dialog.addEventListener('close', () => {
    drawing.removeAttribute('style');
    place.replaceWith(drawing);
  });
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
