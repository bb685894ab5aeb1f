/** A scrolling pane whose content is zoomed by keys, buttons, the wheel and fingers. */
import type { viewerTexts } from '../../garden/interface-texts/viewer-texts.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { IconName } from '../icon-shapes.ts';
import { isCommand } from '../modifier-keys.ts';
import { startPanning } from './panning.ts';

export interface View {
  /** Zooms by a factor; the point of the content at (x, y) of the pane stays where it is. */
  zoom(factor: number, x?: number, y?: number): void;
  fit(): void;
}

export interface ViewSettings {
  readonly maxScale: number;
  /** A tenth when left out. */
  readonly minScale?: number;
  /** The scale at which the content fits. */
  readonly fittingScale: () => number;
  /** Gives the content the size that it has at a scale. */
  readonly resize: (scale: number) => void;
}

export function startView(
  pane: HTMLElement,
  { maxScale, minScale = 0.1, fittingScale, resize }: ViewSettings,
): View {
  let scale = 1;
  const show = (wanted: number, x: number, y: number): void => {
    // What fits may be smaller than what can be zoomed to.
    const next = Math.min(maxScale, Math.max(Math.min(minScale, fittingScale()), wanted));
    const left = ((pane.scrollLeft + x) / scale) * next - x;
    const top = ((pane.scrollTop + y) / scale) * next - y;
    scale = next;
    resize(scale);
    pane.scrollTo(left, top);
  };
  const view: View = {
    zoom: (factor, x = pane.clientWidth / 2, y = pane.clientHeight / 2) =>
      show(scale * factor, x, y),
    fit: () => show(fittingScale(), 0, 0),
  };
  startPanning(pane, view.zoom);
  return view;
}

/** Zooms by `+` and `-` and fits by `0`, wherever in `target` the focus is. */
export function startZoomKeys(target: HTMLElement, view: View): void {
  target.addEventListener('keydown', (event) => {
    if (isCommand(event)) return;
    if (event.key === '+' || event.key === '=') view.zoom(1.25);
    else if (event.key === '-') view.zoom(0.8);
    else if (event.key === '0') view.fit();
    else return;
    event.preventDefault();
  });
}

/** A button of a view: its icon, its name, and what it does. */
export type ViewButton = readonly [sign: IconName, label: string, run: () => void];

/** The buttons that zoom and fit, then further ones. */
export function viewButtons(
  view: View,
  text: (key: keyof typeof viewerTexts) => string,
  ...others: ViewButton[]
): HTMLElement[] {
  const buttons: readonly ViewButton[] = [
    ['zoomOut', text('zoomOut'), () => view.zoom(0.8)],
    ['zoomIn', text('zoomIn'), () => view.zoom(1.25)],
    ['fit', text('fit'), view.fit],
    ...others,
  ];
  return buttons.map(([sign, label, run]) => {
    const named = { type: 'button', className: 'button', title: label } as const;
    const made = element('button', named, icon(sign));
    made.setAttribute('aria-label', label);
    made.addEventListener('click', run);
    return made;
  });
}
