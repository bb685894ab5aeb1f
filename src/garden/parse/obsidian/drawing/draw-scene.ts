/** Draws an Excalidraw scene as SVG: its shapes without the shaking hand. */
import { escapeHtml } from '../../../escape.ts';
import type { Scene, SceneElement } from './scene.ts';

const margin = 10;

/** The drawing as markup of a note, which is cleaned like any other; null where it has no elements. */
export function drawScene({ elements, files }: Scene): string | null {
  const shapes = elements.map((element) => shapeOf(element, files));
  const corners = elements.flatMap(cornersOf);
  if (corners.length === 0 || shapes.every((shape) => shape === '')) return null;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [least(xs) - margin, least(ys) - margin];
  const [width, height] = [most(xs) - left + margin, most(ys) - top + margin];
  const box = [left, top, width, height].map(round).join(' ');
  return `<svg class="excalidraw" viewBox="${box}" width="${round(width)}" height="${round(height)}">${shapes.join('')}</svg>`;
}

function least(values: readonly number[]): number {
  return values.reduce((found, value) => Math.min(found, value), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((found, value) => Math.max(found, value), Number.NEGATIVE_INFINITY);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function cornersOf({ x, y, width, height, points }: SceneElement): [number, number][] {
  if (points.length > 0) return points.map(([dx, dy]) => [x + dx, y + dy]);
  return [
    [x, y],
    [x + width, y + height],
  ];
}

type Files = Scene['files'];

function shapeOf(element: SceneElement, files: Files): string {
  const inside = outlineOf(element, files);
  if (inside === '') return '';
  const turned =
    element.angle === 0
      ? ''
      : ` transform="rotate(${round((element.angle * 180) / Math.PI)} ${round(element.x + element.width / 2)} ${round(element.y + element.height / 2)})"`;
  const pale = element.opacity === 1 ? '' : ` opacity="${round(element.opacity)}"`;
  const group = turned || pale ? `<g${turned}${pale}>${inside}</g>` : inside;
  const target = addressOf(element.link);
  return target === '' ? group : `<a href="${escapeHtml(target)}">${group}</a>`;
}

/** `[[Note]]` as a path, or an address of the web. */
function addressOf(link: string): string {
  const name = /\[\[([^\]|]+)/u.exec(link)?.[1];
  if (name === undefined) return /^https?:/iu.test(link) ? link : '';
  return encodeURI(name.trim());
}

function outlineOf(element: SceneElement, files: Files): string {
  const { type, x, y, width: w, height: h } = element;
  const paint = paintOf(element);
  switch (type) {
    case 'rectangle':
    case 'embeddable': {
      const corner = element.isRound ? ` rx="${round(Math.min(32, Math.min(w, h) / 4))}"` : '';
      return `<rect ${place(element)}${corner}${paint}/>`;
    }
    case 'frame':
    case 'magicframe':
      return `<rect ${place(element)}${paint}/>${textAt(element, x, y - 6, 14)}`;
    case 'ellipse':
      return `<ellipse cx="${round(x + w / 2)}" cy="${round(y + h / 2)}" rx="${round(w / 2)}" ry="${round(h / 2)}"${paint}/>`;
    case 'diamond':
      return `<polygon points="${pairs([
        [x + w / 2, y],
        [x + w, y + h / 2],
        [x + w / 2, y + h],
        [x, y + h / 2],
      ])}"${paint}/>`;
    case 'line':
    case 'arrow':
    case 'freedraw':
      return lineOf(element, paint);
    case 'text':
      return linesOf(element);
    case 'image':
      return imageOf(element, files);
    default:
      return '';
  }
}

function place({ x, y, width, height }: SceneElement): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function pairs(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

function paintOf({ stroke, fill, strokeWidth, strokeStyle }: SceneElement): string {
  const gap = strokeStyle === 'dashed' ? '8 8' : strokeStyle === 'dotted' ? '2 6' : '';
  const dashes = gap === '' ? '' : ` stroke-dasharray="${gap}"`;
  return ` fill="${fill}" stroke="${stroke}" stroke-width="${round(strokeWidth)}" stroke-linejoin="round" stroke-linecap="round"${dashes}`;
}

function lineOf(element: SceneElement, paint: string): string {
  const points = element.points.map(([dx, dy]) => [element.x + dx, element.y + dy] as const);
  const [first, second] = points;
  const [before, last] = [points.at(-2), points.at(-1)];
  if (!first || !second || !before || !last) return '';
  const isClosed = Math.hypot(first[0] - last[0], first[1] - last[1]) < 1;
  const isCurve = element.isRound && element.type !== 'freedraw' && points.length > 2;
  const d = isCurve ? curve(points) : `M${pairs(points).replaceAll(' ', ' L')}`;
  const own = isClosed ? paint : paint.replace(/ fill="[^"]*"/u, ' fill="none"');
  const heads = [
    element.heads.start && head(second, first, element),
    (element.heads.end ||
      (element.type === 'arrow' && element.heads.start === '' ? 'arrow' : '')) &&
      head(before, last, element),
  ];
  return `<path d="${d}"${own}/>${heads.join('')}`;
}

/** A smooth line through the points: each but the ends steers, with the middles between them on the line. */
function curve(points: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = points;
  const parts = rest.slice(0, -1).map(([x, y], index) => {
    const next = rest[index + 1] ?? [x, y];
    const isLast = index === rest.length - 2;
    const end = isLast ? next : ([(x + next[0]) / 2, (y + next[1]) / 2] as const);
    return `Q${pairs([[x, y], end])}`;
  });
  return `M${pairs(first ? [first] : [])} ${parts.join(' ')}`;
}

function head(
  from: readonly [number, number],
  to: readonly [number, number],
  { stroke, strokeWidth, heads }: SceneElement,
): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const size = 10 + 2 * strokeWidth;
  const at = (turn: number): [number, number] => [
    to[0] - size * Math.cos(angle + turn),
    to[1] - size * Math.sin(angle + turn),
  ];
  const isFilled = /triangle|dot|circle|diamond/u.test(`${heads.start}${heads.end}`);
  const fill = isFilled ? stroke : 'none';
  return `<polyline points="${pairs([at(0.4), to, at(-0.4)])}" fill="${fill}" stroke="${stroke}" stroke-width="${round(strokeWidth)}" stroke-linecap="round"/>`;
}

const lineHeight = 1.25;

function linesOf(element: SceneElement): string {
  const { x, y, width, fontSize, align } = element;
  const start = align === 'center' ? x + width / 2 : align === 'right' ? x + width : x;
  return element.text
    .split('\n')
    .map((line, index) => {
      return textAt(
        { ...element, text: line },
        start,
        y + fontSize * (index * lineHeight + 1),
        fontSize,
      );
    })
    .join('');
}

function textAt(element: SceneElement, x: number, y: number, size: number): string {
  const { text, align, stroke, fontFamily } = element;
  if (text.trim() === '') return '';
  const anchor = align === 'center' ? 'middle' : align === 'right' ? 'end' : 'start';
  const family = fontFamily === 3 ? ' font-family="monospace"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" text-anchor="${anchor}" fill="${stroke}"${family}>${linked(text)}</text>`;
}

/** The links in a text lead where they say, so that they are looked up like all others. */
function linked(text: string): string {
  return text
    .split(/(\[\[[^\]]+\]\])/u)
    .map((part) => {
      const [, name = '', label] = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/u.exec(part) ?? [];
      if (name === '') return escapeHtml(part);
      return `<a href="${escapeHtml(encodeURI(name.trim()))}">${escapeHtml(label ?? name)}</a>`;
    })
    .join('');
}

function imageOf(element: SceneElement, files: Files): string {
  const source = files.get(element.file);
  if (source === undefined) return '';
  const address = source.startsWith('data:') ? source : encodeURI(source);
  const size = `width="${round(element.width)}" height="${round(element.height)}"`;
  return `<foreignObject ${place(element)}><img src="${escapeHtml(address)}" ${size}></foreignObject>`;
}
