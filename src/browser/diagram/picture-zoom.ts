/** The dialog that shows a picture of the page from its own file. Loaded when a reader opens it. */
import { ownValue } from '../../garden/own-value.ts';
import { element } from '../element.ts';
import { isModified } from '../modifier-keys.ts';
import { isDialogFree, type ShownDialog, showDialog } from './dialog.ts';
import { startSwipes } from './swipes.ts';
import { startView } from './view.ts';

/** Opens the picture that a link leads to; the other pictures of the page follow and precede it. */
export async function openPicture(opener: HTMLAnchorElement): Promise<void> {
  if (!(await isDialogFree())) return;
  const area = opener.closest('main, .preview, .pane') ?? document;
  const all = [...area.querySelectorAll<HTMLAnchorElement>('a.picture[href]')].filter(imageOf);
  let at = all.indexOf(opener);
  if (at < 0) return;
  const image = element('img', { decoding: 'async' });
  const pane = element('div', { className: 'diagram-pane', tabIndex: 0 }, image);
  let size = { width: 1, height: 1 };
  const view = startView(pane, {
    maxScale: 8,
    minScale: 0.02,
    fittingScale: () => {
      const fitting = Math.min(pane.clientWidth / size.width, pane.clientHeight / size.height);
      return isScalable(image) ? fitting : Math.min(1, fitting);
    },
    resize: (scale) => {
      image.style.cssText = `width:${size.width * scale}px;height:${size.height * scale}px`;
    },
  });
  const show = (link: HTMLAnchorElement, shown?: ShownDialog) => {
    size = sizeOf(link);
    image.alt = imageOf(link)?.alt ?? '';
    image.dataset.drawing = imageOf(link)?.dataset.drawing ?? '';
    image.src = imageOf(link)?.currentSrc || link.href;
    shown?.rename(titleOf(link));
    view.fit();
    void whenLoaded(link.href).then((whole) => {
      if (all[at] !== link || whole.width === 0) return;
      image.src = whole.src;
      size = { width: whole.width, height: whole.height };
      view.fit();
    });
  };
  show(opener);
  const step = (by: number) => {
    at = (at + by + all.length) % all.length;
    const next = all[at];
    if (next) show(next, dialog);
  };
  const dialog = showDialog(pane, view, {
    ...{ opener, title: titleOf(opener) },
    buttons: (text) =>
      all.length < 2
        ? []
        : [
            ['earlier', text('previousPicture'), () => step(-1)],
            ['later', text('nextPicture'), () => step(1)],
          ],
  });
  if (all.length < 2) return;
  startSteps(pane, step);
  startSwipes(pane, step);
}

const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The arrows lead to the next picture where there is nothing to scroll to. */
function startSteps(pane: HTMLElement, step: (by: number) => void): void {
  pane.addEventListener('keydown', (event) => {
    if (isModified(event)) return;
    const by = ownValue(arrows, event.key);
    if (by === undefined || pane.scrollWidth > pane.clientWidth) return;
    event.preventDefault();
    step(by);
  });
}

/** A picture once it can be shown; without a width where it cannot. */
async function whenLoaded(address: string): Promise<HTMLImageElement> {
  const image = element('img', { src: address });
  await image.decode().catch(() => undefined);
  return image;
}

function imageOf(link: HTMLElement): HTMLImageElement | null {
  return link.querySelector('img');
}

/** The size of the file as the page knows it. */
function sizeOf(link: HTMLElement): { readonly width: number; readonly height: number } {
  const { offsetWidth = 1, offsetHeight = 1 } = imageOf(link) ?? {};
  return { width: Math.max(1, offsetWidth), height: Math.max(1, offsetHeight) };
}

/** What stands below the picture, else what is said in its place. */
function titleOf(link: HTMLElement): string {
  const caption = link.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return caption || (imageOf(link)?.alt ?? '');
}

/** Whether a picture is drawn by lines, so that it has no size of its own. */
function isScalable({ src }: HTMLImageElement): boolean {
  return /\.svg$/i.test(src);
}
