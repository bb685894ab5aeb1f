/** Paints points and lines on a 2D canvas, for browsers without a graphics card. */
import { growth } from './camera.ts';
import { css } from './colours.ts';
import { slots } from './groups.ts';
import { type Frame, lineStrength, linesShown, type Scene } from './scene.ts';

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Lines or dots in a path: longer paths are slow to stroke and to fill. */
const pathSize = 400;
/** Dots up to this radius are drawn as squares, which look the same. */
const maxSquareRadius = 1.8;

/** Draws the scene; `marks` says of each point whether it is marked. */
export function paintPlain(pen: Pen, scene: Scene, frame: Frame, marks: Uint8Array): void {
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  useGraphUnits(pen, frame);
  lines(pen, scene, frame);
  for (const [slot] of frame.colours.slots.entries()) {
    for (const mark of frame.isQuiet ? [0, 1] : [-1]) {
      pen.globalAlpha = mark === 0 ? 0.16 : 1;
      const isWanted = (point: number) =>
        scene.slotOf[point] === slot && (mark < 0 || marks[point] === mark);
      dots(pen, scene, frame, { slot, isWanted });
    }
  }
  pen.globalAlpha = 1;
}

/** Makes the pen draw in graph units. */
export function useGraphUnits(pen: Pen, { camera, size, ratio }: Frame): void {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.translate(size.width / 2, size.height / 2);
  pen.scale(camera.scale, camera.scale);
  pen.translate(-camera.x, -camera.y);
}

function lines(pen: Pen, { links, places }: Scene, frame: Frame): void {
  pen.strokeStyle = css(frame.colours.line);
  pen.lineWidth = 1 / frame.camera.scale;
  const strength = lineStrength(links, frame.isQuiet);
  pen.globalAlpha = strength;
  pen.beginPath();
  const count = linesShown(links, frame.camera);
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [(links[i * 2] ?? 0) * 2, (links[i * 2 + 1] ?? 0) * 2];
    pen.moveTo(places[from] ?? 0, places[from + 1] ?? 0);
    pen.lineTo(places[to] ?? 0, places[to + 1] ?? 0);
    if (i % pathSize !== pathSize - 1) continue;
    pen.stroke();
    // The short lines are first: the longer a line, the fainter.
    pen.globalAlpha = strength * Math.max(0.25, 1 - i / (links.length / 2));
    pen.beginPath();
  }
  pen.stroke();
}

interface Wanted {
  readonly slot: number;
  readonly isWanted: (point: number) => boolean;
}

function dots(
  pen: Pen,
  { places, radii }: Scene,
  { camera, colours }: Frame,
  { slot, isWanted }: Wanted,
): void {
  const grown = growth(camera.scale) / camera.scale;
  const isHollow = slot === slots.ghost;
  const colour = css(colours.slots[slot] ?? colours.ink);
  pen.fillStyle = isHollow ? css(colours.paper) : colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2 / camera.scale;
  let drawn = 0;
  const finish = () => {
    pen.fill();
    if (isHollow) pen.stroke();
    pen.beginPath();
  };
  pen.beginPath();
  for (let point = 0; point < radii.length; point += 1) {
    if (!isWanted(point)) continue;
    const radius = (radii[point] ?? 0) * grown;
    const [x, y] = [places[point * 2] ?? 0, places[point * 2 + 1] ?? 0];
    if (radius * camera.scale < maxSquareRadius) {
      pen.rect(x - radius, y - radius, radius * 2, radius * 2);
    } else {
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 7);
    }
    drawn += 1;
    if (drawn % pathSize === 0) finish();
  }
  finish();
}
