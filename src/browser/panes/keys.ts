/** Keys of panes: Escape closes the one with the focus, ← and → move the focus to the next one. */
import { ownValue } from '../../garden/own-value.ts';
import { isModified } from '../modifier-keys.ts';
import { allPanes, focusPane, openedPanes, paneAround } from './row.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };
/** What uses the arrow keys itself: fields, players, and what is focused to be scrolled. */
const usesArrows =
  'input, textarea, select, audio, video, [contenteditable], [tabindex="0"], .site-header';

/** Whether a key is a pane's: without modifiers, and nothing else uses it. */
function isFree(event: KeyboardEvent): boolean {
  const isTaken = event.defaultPrevented || event.isComposing;
  if (isModified(event) || isTaken || openedPanes().length === 0) return false;
  return !document.querySelector('dialog[open]');
}

/** The pane to the left or the right of the one around `target`. */
function neighbour(target: Element | null, by: 1 | -1): HTMLElement | undefined {
  const panes = allPanes();
  const from = paneAround(target);
  return panes[(from ? panes.indexOf(from) : 0) + by];
}

/** Listens for the keys from now on; `close` closes a pane. */
export function startPaneKeys(close: (pane: HTMLElement) => void): void {
  document.addEventListener('keydown', (event) => {
    if (!isFree(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key === 'Escape') {
      const pane = target?.closest<HTMLElement>('.pane');
      // The first Escape closes a preview.
      if (pane && !document.querySelector('.preview')) close(pane);
      return;
    }
    const by = ownValue(steps, event.key);
    const next = by && !target?.closest(usesArrows) ? neighbour(target, by) : undefined;
    if (!next) return;
    event.preventDefault();
    focusPane(next);
  });
}
