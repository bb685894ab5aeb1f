/**
 * Paints without a graphics card: a small graph at once, a large one in a worker. Until the picture of
 * the worker comes, the last one is moved and scaled to the camera, so that the page stays responsive.
 */
import type { Camera } from './camera.ts';
import { paintPlain } from './paint-plain.ts';
import type { PaintTask } from './paint-worker.ts';
import type { Frame, GroundPainter, Scene } from './scene.ts';

/** Graphs with more points and links are painted in the worker. */
const maxDirect = 2500;
/** Factor by which the worker's pictures exceed the canvas: moving them shows no empty edge. */
const margin = 1.4;

export class CanvasPainter implements GroundPainter {
  arrived?: () => void;
  private scene: Scene | null = null;
  private marks = new Uint8Array();
  private worker: Worker | null = null;
  private picture: ImageBitmap | null = null;
  /** What `picture` was painted from. */
  private painted: Frame | null = null;
  private asked: Frame | null = null;
  private wanted: Frame | null = null;
  /** Whether the requested picture is of another graph. */
  private isStale = false;
  /** Whether it highlights other points than it should by now. */
  private isRemarked = false;
  private lastCamera: Camera = { x: 0, y: 0, scale: 1 };
  private readonly pen: CanvasRenderingContext2D;

  constructor(pen: CanvasRenderingContext2D) {
    this.pen = pen;
  }

  load(scene: Scene): void {
    this.scene = scene;
    this.picture?.close();
    [this.picture, this.painted] = [null, null];
    this.isStale = this.asked !== null;
    this.mark(new Uint8Array(scene.radii.length));
    if (this.isLarge) this.send({ kind: 'scene', scene });
  }

  mark(marks: Uint8Array): void {
    this.marks = marks.slice();
    this.painted = null;
    this.isRemarked = this.asked !== null;
    if (this.isLarge) this.send({ kind: 'marks', marks });
  }

  paint(frame: Frame): boolean {
    const { pen, scene } = this;
    if (!scene) return false;
    if (!this.isLarge) paintPlain(pen, scene, frame, this.marks);
    else this.paintLarge(frame);
    return !this.isLarge || this.picture !== null;
  }

  private paintLarge(frame: Frame): void {
    if (this.picture) this.move(this.picture, frame);
    if (!this.painted || !isSame(this.painted, frame)) this.ask(frame);
  }

  private get isLarge(): boolean {
    const size = (this.scene?.radii.length ?? 0) + (this.scene?.links.length ?? 0) / 2;
    return size >= maxDirect && typeof OffscreenCanvas !== 'undefined';
  }

  private move(picture: ImageBitmap, { camera, size, ratio }: Frame): void {
    const { pen, lastCamera } = this;
    const grown = camera.scale / lastCamera.scale;
    const [width, height] = [picture.width * grown, picture.height * grown];
    const x = (lastCamera.x - camera.x) * camera.scale * ratio + (size.width * ratio - width) / 2;
    const y = (lastCamera.y - camera.y) * camera.scale * ratio + (size.height * ratio - height) / 2;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.drawImage(picture, x, y, width, height);
  }

  /** Requests a picture; while one is being painted, only the last request is kept. */
  private ask(frame: Frame): void {
    if (this.asked) {
      this.wanted = frame;
      return;
    }
    this.asked = frame;
    const size = { width: frame.size.width * margin, height: frame.size.height * margin };
    this.send({ kind: 'paint', frame: { ...frame, size } });
  }

  private receive(picture: ImageBitmap): void {
    const { asked, wanted } = this;
    [this.asked, this.wanted] = [null, null];
    if (this.isStale || !asked) {
      picture.close();
      this.isStale = false;
    } else {
      this.picture?.close();
      [this.picture, this.lastCamera] = [picture, asked.camera];
      this.painted = this.isRemarked ? null : asked;
    }
    this.isRemarked = false;
    if (wanted) this.ask(wanted);
    this.arrived?.();
  }

  private send(task: PaintTask): void {
    if (!this.worker) {
      this.worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) =>
        this.receive(data),
      );
    }
    this.worker.postMessage(task);
  }
}

function isSame(a: Frame, b: Frame): boolean {
  return (
    a.camera.x === b.camera.x &&
    a.camera.y === b.camera.y &&
    a.camera.scale === b.camera.scale &&
    a.size.width === b.size.width &&
    a.size.height === b.size.height &&
    a.ratio === b.ratio &&
    a.colours === b.colours &&
    a.isQuiet === b.isQuiet
  );
}
