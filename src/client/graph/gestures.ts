/** Pointer, wheel and keys on a graph's canvas. */

interface Movable {
  zoom(factor: number, x?: number, y?: number): void;
  pan(dx: number, dy: number): void;
  light(index: number): void;
  at(x: number, y: number): number;
}

const step = 40;

const keys: Readonly<Record<string, (view: Movable) => void>> = {
  ArrowLeft: (view) => view.pan(step, 0),
  ArrowRight: (view) => view.pan(-step, 0),
  ArrowUp: (view) => view.pan(0, step),
  ArrowDown: (view) => view.pan(0, -step),
  '+': (view) => view.zoom(1.25),
  '=': (view) => view.zoom(1.25),
  '-': (view) => view.zoom(0.8),
};

/** Two fingers: their middle and how far apart they are. */
function pinch(pointers: ReadonlyMap<number, PointerEvent>) {
  const [a, b] = [...pointers.values()];
  if (!a || !b) return null;
  return {
    x: (a.offsetX + b.offsetX) / 2,
    y: (a.offsetY + b.offsetY) / 2,
    apart: Math.hypot(a.offsetX - b.offsetX, a.offsetY - b.offsetY),
  };
}

/** Lets the reader move `view`; `choose` hears which point was clicked. */
export function startGestures(
  canvas: HTMLCanvasElement,
  view: Movable,
  choose: (index: number) => void,
): void {
  const down = new Map<number, PointerEvent>();
  let travelled = 0;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, event);
    travelled = 0;
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) {
      const index = view.at(event.offsetX, event.offsetY);
      canvas.style.cursor = index < 0 ? '' : 'pointer';
      return view.light(index);
    }
    const old = pinch(down);
    down.set(event.pointerId, event);
    const now = pinch(down);
    const [dx, dy] = [event.offsetX - before.offsetX, event.offsetY - before.offsetY];
    travelled += Math.hypot(dx, dy);
    if (old && now) view.zoom(now.apart / Math.max(1, old.apart), now.x, now.y);
    else view.pan(dx, dy);
  });
  const lift = (event: PointerEvent) => {
    const index = travelled < 5 ? view.at(event.offsetX, event.offsetY) : -1;
    if (down.delete(event.pointerId) && event.type === 'pointerup' && index >= 0) choose(index);
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      view.zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', (event) => {
    const move = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!move) return;
    event.preventDefault();
    move(view);
  });
}
