/** Keeps where the reader is while a page is loaded again. */

/** The place of the next load, in the storage of this tab. */
const storageKey = 'garden-place';

const restoredAfterMs = 1000;

interface Place {
  readonly path: string;
  /** Id of the first element that was in view, and where its top was. */
  readonly id: string;
  readonly top: number;
  readonly scrollY: number;
  /** Whether each element that opens and closes was open, in the order of the page. */
  readonly open: readonly boolean[];
}

/** Loads the page again and comes back to the same place, whatever changed above it. */
export function reloadInPlace(): void {
  const first = [...document.querySelectorAll<HTMLElement>('main [id]')].find((element) => {
    const { top, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0;
  });
  const place: Place = {
    path: location.pathname,
    id: first?.id ?? '',
    top: first?.getBoundingClientRect().top ?? 0,
    scrollY: window.scrollY,
    open: openings().map(({ open }) => open),
  };
  sessionStorage.setItem(storageKey, JSON.stringify(place));
  // Browsers would come back to the same number of pixels.
  history.scrollRestoration = 'manual';
  location.reload();
}

/** Goes where the reader was before `reloadInPlace`, once. */
export function restorePlace(): void {
  const stored = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  if (stored === null) return;
  const place = JSON.parse(stored) as Place;
  if (place.path !== location.pathname) return;
  const found = openings();
  if (found.length === place.open.length) {
    for (const [index, each] of found.entries()) each.open = place.open[index] ?? each.open;
  }
  goTo(place);
  // Styles, pictures and fonts that load now move what is below them.
  if (document.readyState !== 'complete')
    addEventListener('load', () => goTo(place), { once: true });
  void document.fonts.ready.then(() => goTo(place));
  // Set at once, the browser would still go to its own number of pixels.
  setTimeout(() => {
    history.scrollRestoration = 'auto';
  }, restoredAfterMs);
}

function goTo({ id, top, scrollY }: Place): void {
  const element = id === '' ? null : document.getElementById(id);
  const wanted = element ? window.scrollY + element.getBoundingClientRect().top - top : scrollY;
  window.scrollTo({ top: wanted, behavior: 'instant' });
}

function openings(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('main details')];
}
