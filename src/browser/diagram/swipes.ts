/** Swipes of one finger to the side. */

/** Shorter ways are the trembling of a finger that taps. */
const minDistance = 48;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Calls `step` with 1 for a swipe to the left and -1 for one to the right, where the pane has nothing to
 * scroll to; several fingers zoom it.
 */
export function startSwipes(pane: HTMLElement, step: (by: number) => void): void {
  let start: Place | null = null;
  pane.addEventListener(
    'touchstart',
    ({ touches }) => {
      const [only] = touches;
      const isOne = touches.length === 1 && pane.scrollWidth <= pane.clientWidth;
      start = only && isOne ? { x: only.clientX, y: only.clientY } : null;
    },
    { passive: true },
  );
  pane.addEventListener('touchend', ({ changedTouches }) => {
    const [only] = changedTouches;
    const by = start && only ? directionOf(start, { x: only.clientX, y: only.clientY }) : 0;
    start = null;
    if (by !== 0) step(by);
  });
}

/** 1 to the left, -1 to the right, 0 for what is too short or goes up or down rather than sideways. */
function directionOf(from: Place, to: Place): number {
  const distance = to.x - from.x;
  if (Math.abs(distance) < Math.max(minDistance, 2 * Math.abs(to.y - from.y))) return 0;
  return distance < 0 ? 1 : -1;
}
