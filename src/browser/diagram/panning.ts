type Zoom = (factor: number, x: number, y: number) => void;

/**
 * Pans and zooms the content of a scrolling pane: the mouse drags it, Ctrl with the wheel and two
 * fingers zoom it. One finger and the wheel alone scroll it as usual.
 */
export function startPanning(pane: HTMLElement, zoom: Zoom): void {
  const pointers = new Map<number, PointerEvent>();
  pane.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = pane.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  pane.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !isLink(event.target)) pointers.set(event.pointerId, event);
  });
  pane.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    if (other) pinch(pane, before, event, other, zoom);
    else if (event.pointerType === 'mouse') {
      pane.setPointerCapture(event.pointerId);
      pane.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
    }
    pointers.set(event.pointerId, event);
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    pane.addEventListener(name, ({ pointerId }) => pointers.delete(pointerId));
  }
}

function isLink(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a[href]') !== null;
}

function pinch(
  pane: HTMLElement,
  before: PointerEvent,
  now: PointerEvent,
  other: PointerEvent,
  zoom: Zoom,
): void {
  const { left, top } = pane.getBoundingClientRect();
  const distance = (point: PointerEvent): number =>
    Math.hypot(point.clientX - other.clientX, point.clientY - other.clientY) || 1;
  const middle = [
    (now.clientX + other.clientX) / 2 - left,
    (now.clientY + other.clientY) / 2 - top,
  ];
  zoom(distance(now) / distance(before), middle[0] ?? 0, middle[1] ?? 0);
}
