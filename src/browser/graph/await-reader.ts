/**
 * The graph's page before a reader touches it: a picture, a legend, a list. What draws them anew, and
 * the data of all notes, load with the first sign that the graph is to be moved or filtered.
 */
import { onFirst } from '../on-first.ts';

/** Starts the graph on demand; at once for an address that names a note. */
export function awaitReader(root: HTMLElement): void {
  const still = root.querySelector('.graph-still');
  if (new URLSearchParams(location.search).has('note')) {
    // The picture is of the whole garden.
    still?.remove();
    void start(root);
    return;
  }
  const pressed = keepPress(root);
  onFirst(
    (target) => target instanceof Node && root.contains(target),
    () => {
      root.ariaBusy = 'true';
      void start(root).then((isStarted) => {
        root.ariaBusy = null;
        if (isStarted) pressed();
      });
    },
  );
}

async function start(root: HTMLElement): Promise<boolean> {
  return (await import('./garden.ts')).startGarden(root);
}

/** Keeps what is pressed before the graph has started; the result presses it again. */
function keepPress(root: HTMLElement): () => void {
  let again = () => {};
  const keep = (event: Event) => {
    const { target } = event;
    if (event.type === 'submit') {
      event.preventDefault();
      again = () => target instanceof HTMLFormElement && target.requestSubmit();
    }
    if (!(target instanceof Element)) return;
    const groups = () => root.querySelectorAll('.graph-group');
    const group = target.closest('.graph-group');
    const place = group ? [...groups()].indexOf(group) : -1;
    const button = group ?? target.closest('button');
    if (event.type === 'click' && button) {
      again = () => click(place < 0 ? button : groups()[place]);
    }
  };
  const kinds = ['click', 'submit'];
  for (const kind of kinds) root.addEventListener(kind, keep);
  return () => {
    for (const kind of kinds) root.removeEventListener(kind, keep);
    again();
  };
}

function click(element: Element | undefined): void {
  if (element instanceof HTMLElement) element.click();
}
