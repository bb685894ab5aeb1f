/** Worker: paints large graphs. */
import { paintPlain } from './paint-plain.ts';
import type { Frame, Scene } from './scene.ts';

export type PaintTask =
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'marks'; readonly marks: Uint8Array }
  | { readonly kind: 'paint'; readonly frame: Frame };

let scene: Scene | null = null;
let marks = new Uint8Array();

function paint(frame: Frame): void {
  const { size, ratio } = frame;
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(size.width * ratio)),
    Math.max(1, Math.round(size.height * ratio)),
  );
  const pen = canvas.getContext('2d');
  if (pen && scene) paintPlain(pen, scene, frame, marks);
  const picture = canvas.transferToImageBitmap();
  postMessage(picture, { transfer: [picture] });
}

addEventListener('message', ({ data }: MessageEvent<PaintTask>) => {
  if (data.kind === 'scene') scene = data.scene;
  else if (data.kind === 'marks') marks = data.marks.slice();
  else paint(data.frame);
});
