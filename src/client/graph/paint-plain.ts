/** Paints points and lines on a plain canvas, for browsers without WebGL. */
import { growth } from './camera.ts';
import { css } from './colours.ts';
import { slots } from './groups.ts';
import { type Frame, type GroundPainter, lineStrength, linesShown, type Scene } from './scene.ts';

/** Long paths are slow to stroke: lines go in runs of this many. */
const run = 400;

export function plainPainter(context: CanvasRenderingContext2D): GroundPainter {
  let scene: Scene | null = null;
  let marks = new Uint8Array();
  return {
    load: (next) => {
      scene = next;
      marks = new Uint8Array(next.radii.length);
    },
    mark: (next) => {
      marks = next.slice();
    },
    paint: (frame) => {
      const { canvas } = context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (!scene) return;
      stand(context, frame);
      lines(context, scene, frame);
      dots(context, scene, frame, marks);
      context.globalAlpha = 1;
    },
  };
}

/** From here on the context counts in the graph's own units. */
export function stand(context: CanvasRenderingContext2D, { camera, size, ratio }: Frame): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.translate(size.width / 2, size.height / 2);
  context.scale(camera.scale, camera.scale);
  context.translate(-camera.x, -camera.y);
}

function lines(context: CanvasRenderingContext2D, { links, places }: Scene, frame: Frame): void {
  context.strokeStyle = css(frame.colours.line);
  context.lineWidth = 1 / frame.camera.scale;
  context.globalAlpha = lineStrength(links, frame.isQuiet);
  context.beginPath();
  const count = linesShown(links, frame.camera);
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [(links[i * 2] ?? 0) * 2, (links[i * 2 + 1] ?? 0) * 2];
    context.moveTo(places[from] ?? 0, places[from + 1] ?? 0);
    context.lineTo(places[to] ?? 0, places[to + 1] ?? 0);
    if (i % run !== run - 1) continue;
    context.stroke();
    context.beginPath();
  }
  context.stroke();
}

function dots(
  context: CanvasRenderingContext2D,
  { places, radii, slotOf }: Scene,
  { camera, colours, isQuiet }: Frame,
  marks: Uint8Array,
): void {
  const grown = growth(camera.scale) / camera.scale;
  context.lineWidth = 1.2 / camera.scale;
  for (const [point, radius] of radii.entries()) {
    const slot = slotOf[point] ?? 0;
    context.globalAlpha = isQuiet && !marks[point] ? 0.16 : 1;
    context.beginPath();
    context.arc(places[point * 2] ?? 0, places[point * 2 + 1] ?? 0, radius * grown, 0, 7);
    const colour = colours.slots[slot] ?? colours.ink;
    context.fillStyle = css(slot === slots.ghost ? colours.paper : colour);
    context.fill();
    context.strokeStyle = css(slot === slots.ghost ? colour : colours.paper);
    context.stroke();
  }
}
