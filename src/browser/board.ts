/** Boards open fitted to their width, and can be zoomed, dragged and shown on the whole screen. */
import { interfaceLanguage, lookup } from '../garden/interface-texts/lookup.ts';
import { viewerTexts } from '../garden/interface-texts/viewer-texts.ts';
import { startView, startZoomKeys, viewButtons } from './diagram/view.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

/** Without the script a board is shown in its own size and scrolls. */
export function startBoard(figure: HTMLElement): void {
  const pane = figure.querySelector<HTMLElement>('.board-scroll');
  const area = pane?.querySelector<HTMLElement>('.board-area');
  if (!pane || !area) return;
  const [width, height] = [area.offsetWidth, area.offsetHeight];
  const view = startView(pane, {
    maxScale: 3,
    fittingScale: () => {
      const room = document.fullscreenElement === figure ? pane.clientHeight : innerHeight * 0.8;
      return Math.min(1, pane.clientWidth / width, room / height);
    },
    resize: (scale) => {
      area.style.zoom = String(scale);
    },
  });
  const text = lookup(viewerTexts, interfaceLanguage(shownLanguage(), 'en'));
  const whole = ['fullScreen', text('fullScreen'), () => toggleFullScreen(figure)] as const;
  const others = document.fullscreenEnabled ? [whole] : [];
  const buttons = viewButtons(view, text, ...others);
  figure.prepend(element('div', { className: 'board-keys' }, ...buttons));
  figure.addEventListener('fullscreenchange', view.fit);
  startZoomKeys(pane, view);
  view.fit();
}

function toggleFullScreen(figure: HTMLElement): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen();
  // A browser may refuse, as in a frame.
  done.catch(() => {});
}
