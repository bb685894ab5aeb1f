/** Which painter draws the points and lines of a garden. */
import { CanvasPainter } from './canvas-painter.ts';
import type { GroundPainter } from './scene.ts';

/** From so many points and links on, a graphics card is faster than the canvas that needs no start. */
const minForCard = 2500;

/** The painter for a graph that has at most `size` points and links. Null where nothing can be drawn. */
export async function groundPainter(
  canvas: HTMLCanvasElement,
  size: number,
): Promise<GroundPainter | null> {
  if (size >= minForCard) {
    const { glPainter } = await import('./paint-gl.ts');
    const painter = glPainter(canvas);
    if (painter) return painter;
  }
  const pen = canvas.getContext('2d');
  return pen && new CanvasPainter(pen);
}
