/** Boards open fitted to their width, and can be zoomed, dragged and shown on the whole screen. */
import { boardTexts } from '../garden/interface-texts/board-texts.ts';
import { interfaceLanguage, lookup } from '../garden/interface-texts/lookup.ts';
import { startPanning } from './diagram/panning.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

const [minScale, maxScale] = [0.1, 3];

/** Without the script a board is shown in its own size and scrolls. */
export function startBoard(figure: HTMLElement): void {
  const pane = figure.querySelector<HTMLElement>('.board-scroll');
  const area = pane?.querySelector<HTMLElement>('.board-area');
  if (!pane || !area) return;
  const [width, height] = [area.offsetWidth, area.offsetHeight];
  let scale = 1;
  const show = (wanted: number, x: number, y: number): void => {
    const next = Math.min(maxScale, Math.max(minScale, wanted));
    const left = ((pane.scrollLeft + x) / scale) * next - x;
    const top = ((pane.scrollTop + y) / scale) * next - y;
    scale = next;
    area.style.zoom = String(scale);
    pane.scrollTo(left, top);
  };
  const zoom = (factor: number, x = pane.clientWidth / 2, y = pane.clientHeight / 2): void =>
    show(scale * factor, x, y);
  const fitBoard = (): void => {
    const room = document.fullscreenElement === figure ? pane.clientHeight : innerHeight * 0.8;
    show(Math.min(1, pane.clientWidth / width, room / height), 0, 0);
  };
  startPanning(pane, zoom);
  figure.prepend(keys(figure, zoom, fitBoard));
  figure.addEventListener('fullscreenchange', fitBoard);
  startKeys(pane, zoom, fitBoard);
  fitBoard();
}

type Zoom = (factor: number) => void;

function startKeys(pane: HTMLElement, zoom: Zoom, fitBoard: () => void): void {
  pane.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fitBoard();
    else return;
    event.preventDefault();
  });
}

function keys(figure: HTMLElement, zoom: Zoom, fitBoard: () => void): HTMLElement {
  const text = lookup(boardTexts, interfaceLanguage(shownLanguage(), 'en'));
  const button = (sign: string, label: string, run: () => void): HTMLElement => {
    const made = element('button', { type: 'button', className: 'button', title: label }, sign);
    made.setAttribute('aria-label', label);
    made.addEventListener('click', run);
    return made;
  };
  const whole = (): void => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : figure.requestFullscreen();
    // A browser may refuse, as in a frame.
    done.catch(() => {});
  };
  return element(
    'div',
    { className: 'board-keys' },
    button('−', text('zoomOut'), () => zoom(0.8)),
    button('+', text('zoomIn'), () => zoom(1.25)),
    button('⤢', text('fit'), fitBoard),
    ...(document.fullscreenEnabled ? [button('⛶', text('fullScreen'), whole)] : []),
  );
}
