/** Scripts that load when a reader comes near what they are for. */

/**
 * Starts something with the first wanted element that is touched, hovered or focused. What a reader does
 * there before it has started is in the page: a text that is typed, a fold that is open.
 */
export function onFirst(
  isWanted: (target: EventTarget | null) => boolean,
  start: (event: Event) => void,
): void {
  const load = (event: Event) => {
    if (!isWanted(event.target)) return;
    document.removeEventListener('pointerover', load);
    document.removeEventListener('focusin', load);
    start(event);
  };
  document.addEventListener('pointerover', load);
  document.addEventListener('focusin', load);
}
