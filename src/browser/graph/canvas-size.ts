/** The sizes of the graph's canvases: as they are shown, and in device pixels. */
import type { Size } from './camera.ts';
import type { Frame } from './scene.ts';

/** The size at which a canvas is shown. */
export function shownSize({ clientWidth: width, clientHeight: height }: HTMLCanvasElement): Size {
  return { width, height };
}

/** Gives canvases the pixels of a frame; one that has them keeps its picture. */
export function resize(canvases: readonly HTMLCanvasElement[], { size, ratio }: Frame): void {
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  for (const canvas of canvases) {
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }
}
