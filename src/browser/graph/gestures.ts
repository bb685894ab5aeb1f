/** Pointer and wheel events on the graph. */
import type { GraphView } from './view.ts';

/** A press that moves this far is a drag, in pixels. */
const dragDistance = 5;

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Centre and distance of two fingers. */
function pinch(fingers: ReadonlyMap<number, Finger>) {
  const [a, b] = [...fingers.values()];
  if (!a || !b) return null;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
}

/**
 * Pans and zooms `view` by drag, pinch and wheel. `point` is called with the point under the pointer,
 * or -1, and whether it was touched; it returns whether that touch only selected the point.
 */
export function startGestures(
  stage: HTMLElement,
  view: GraphView,
  point: (index: number, isTouch: boolean) => boolean,
): void {
  const down = new Map<number, Finger>();
  let travelled = 0;
  let isSelect = false;
  const fingerOf = (event: MouseEvent) => fingerIn(stage, event);
  zoomByWheel(stage, view);
  stage.addEventListener('pointerdown', (event) => {
    [travelled, isSelect] = [0, false];
    if (isControl(event) || (event.pointerType === 'mouse' && event.button !== 0)) return;
    down.set(event.pointerId, fingerOf(event));
  });
  stage.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    const finger = fingerOf(event);
    if (!before) {
      if (event.pointerType !== 'touch') point(view.at(finger.x, finger.y), false);
      return;
    }
    const old = pinch(down);
    down.set(event.pointerId, finger);
    const now = pinch(down);
    travelled += Math.hypot(finger.x - before.x, finger.y - before.y);
    if (travelled < dragDistance) return;
    // Captured late: a press without movement remains a click on the link below it.
    stage.setPointerCapture(event.pointerId);
    if (old && now) view.zoom(now.apart / Math.max(1, old.apart), now.x, now.y);
    else view.pan(finger.x - before.x, finger.y - before.y);
  });
  const lift = (event: PointerEvent) => {
    const finger = down.get(event.pointerId);
    down.delete(event.pointerId);
    const isTap =
      event.type === 'pointerup' && event.pointerType === 'touch' && travelled < dragDistance;
    if (finger && isTap) isSelect = point(view.at(finger.x, finger.y), true);
  };
  stage.addEventListener('pointerup', lift);
  stage.addEventListener('pointercancel', lift);
  stage.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse' && !down.has(event.pointerId)) point(-1, false);
  });
  const refuse = (event: MouseEvent) => {
    const isByKey = event.detail === 0;
    if (isByKey || (travelled < dragDistance && !isSelect)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  stage.addEventListener('click', refuse, true);
  stage.addEventListener('dragstart', (event) => event.preventDefault());
}

function zoomByWheel(stage: HTMLElement, view: GraphView): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = fingerIn(stage, event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      // A pinch on a touch pad is a wheel event with Ctrl, in small steps.
      view.zoom(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 100 : 400)), x, y);
    },
    { passive: false },
  );
}

/** The position of an event on the stage. */
function fingerIn(stage: HTMLElement, event: MouseEvent): Finger {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function isControl({ target }: Event): boolean {
  return target instanceof Element && target.closest('button') !== null;
}
