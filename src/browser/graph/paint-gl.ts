/** Paints points and lines with WebGL. */
import { growth } from './camera.ts';
import type { Rgb } from './colours.ts';
import { hasGraphicsCard } from './graphics-card.ts';
import { slots } from './groups.ts';
import { type Frame, type GroundPainter, lineStrength, linesShown, type Scene } from './scene.ts';
import { dotFragment, dotVertex, lineFragment, lineVertex } from './shaders.ts';

type Uniforms = Readonly<Record<string, number | readonly number[]>>;

/** The painter of a canvas, or null without a graphics card. */
export function glPainter(canvas: HTMLCanvasElement): GroundPainter | null {
  const gl = hasGraphicsCard() ? canvas.getContext('webgl2', { antialias: false }) : null;
  if (!gl) return null;
  const lines = programOf(gl, lineVertex, lineFragment);
  const dots = programOf(gl, dotVertex, dotFragment);
  if (!lines || !dots) return null;
  return new GlPainter(gl, lines, dots);
}

class GlPainter implements GroundPainter {
  private scene: Scene | null = null;
  private readonly gl: WebGL2RenderingContext;
  private readonly lines: WebGLProgram;
  private readonly dots: WebGLProgram;
  private readonly lineArray: WebGLVertexArrayObject;
  private readonly dotArray: WebGLVertexArrayObject;
  private readonly ends: WebGLBuffer;
  private readonly places: WebGLBuffer;
  private readonly radii: WebGLBuffer;
  private readonly slots: WebGLBuffer;
  private readonly marks: WebGLBuffer;

  constructor(gl: WebGL2RenderingContext, lines: WebGLProgram, dots: WebGLProgram) {
    [this.gl, this.lines, this.dots] = [gl, lines, dots];
    this.lineArray = gl.createVertexArray();
    this.dotArray = gl.createVertexArray();
    this.ends = gl.createBuffer();
    this.places = gl.createBuffer();
    this.radii = gl.createBuffer();
    this.slots = gl.createBuffer();
    this.marks = gl.createBuffer();
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  load(scene: Scene): void {
    this.scene = scene;
    const { gl, lines, dots } = this;
    const { places, links, radii, slotOf } = scene;
    const ends = Float32Array.from({ length: links.length * 2 }, (_, index) => {
      return places[(links[index >> 1] ?? 0) * 2 + (index & 1)] ?? 0;
    });
    gl.bindVertexArray(this.lineArray);
    fill(gl, this.ends, ends);
    attribute(gl, lines, { name: 'from', size: 2, stride: 16, offset: 0, divisor: 1 });
    attribute(gl, lines, { name: 'to', size: 2, stride: 16, offset: 8, divisor: 1 });
    gl.bindVertexArray(this.dotArray);
    fill(gl, this.places, places);
    attribute(gl, dots, { name: 'place', size: 2 });
    fill(gl, this.radii, radii);
    attribute(gl, dots, { name: 'radius', size: 1 });
    fill(gl, this.slots, Float32Array.from(slotOf));
    attribute(gl, dots, { name: 'slot', size: 1 });
    this.mark(new Uint8Array(radii.length));
    attribute(gl, dots, { name: 'marked', size: 1 });
    gl.bindVertexArray(null);
  }

  mark(marks: Uint8Array): void {
    fill(this.gl, this.marks, Float32Array.from(marks));
  }

  paint(frame: Frame): boolean {
    const { gl, scene } = this;
    const { camera, size, ratio, colours, isQuiet } = frame;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (!scene) return false;
    const view = {
      camera: [camera.x, camera.y, camera.scale],
      size: [size.width, size.height],
      ratio,
    };
    this.use(this.lines, {
      ...view,
      colour: colours.line,
      strength: lineStrength(scene.links, isQuiet),
    });
    gl.bindVertexArray(this.lineArray);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, linesShown(scene.links, camera));
    this.use(this.dots, {
      ...view,
      growth: growth(camera.scale),
      paper: colours.paper,
      quiet: isQuiet ? 1 : 0,
      hollow: slots.ghost,
    });
    const palette = gl.getUniformLocation(this.dots, 'palette');
    gl.uniform3fv(
      palette,
      colours.slots.flatMap((colour: Rgb) => [...colour]),
    );
    gl.bindVertexArray(this.dotArray);
    gl.drawArrays(gl.POINTS, 0, scene.radii.length);
    gl.bindVertexArray(null);
    return true;
  }

  private use(program: WebGLProgram, uniforms: Uniforms): void {
    const { gl } = this;
    gl.useProgram(program);
    for (const [name, value] of Object.entries(uniforms)) {
      const place = gl.getUniformLocation(program, name);
      const numbers = typeof value === 'number' ? [value] : value;
      if (numbers.length === 1) gl.uniform1fv(place, numbers);
      else if (numbers.length === 2) gl.uniform2fv(place, numbers);
      else gl.uniform3fv(place, numbers);
    }
  }
}

function fill(gl: WebGL2RenderingContext, buffer: WebGLBuffer, numbers: Float32Array): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
}

interface Attribute {
  readonly name: string;
  readonly size: number;
  readonly stride?: number;
  readonly offset?: number;
  readonly divisor?: number;
}

/** Reads an attribute from the buffer that was filled last. */
function attribute(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { name, size, stride = 0, offset = 0, divisor = 0 }: Attribute,
): void {
  const place = gl.getAttribLocation(program, name);
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, size, gl.FLOAT, false, stride, offset);
  gl.vertexAttribDivisor(place, divisor);
}

function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
