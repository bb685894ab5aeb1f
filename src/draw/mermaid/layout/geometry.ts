import { svgPathProperties } from 'svg-path-properties';
import { type Box, boxAround, corners, emptyBox } from './box.ts';
import type { Font } from './font.ts';
import { labelBox } from './label-box.ts';
import { pathBox } from './path-box.ts';
import { tagOf } from './style.ts';
import { textBox } from './text-box.ts';
import { parseTransform, transformPoint } from './transform.ts';

const unpainted = new Set(
  'style defs marker title desc clippath mask pattern lineargradient radialgradient symbol script filter metadata'.split(
    ' ',
  ),
);

/** Elements that count for their parent's box only when they have an extent. */
const countsOnlyFilled = new Set(['g', 'text', 'rect', 'path', 'svg', 'a']);

/** What SVG's `getBBox` gives: the box in the element's own coordinates. */
export function svgBox(element: Element, font: Font): Box {
  const number = (name: string): number => numberOf(element, name);
  switch (tagOf(element)) {
    case 'rect':
    case 'image':
    case 'foreignobject':
    case 'use':
      return {
        x: number('x'),
        y: number('y'),
        width: Math.max(0, number('width')),
        height: Math.max(0, number('height')),
      };
    case 'circle':
      return centred(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return centred(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return boxAround([
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ]);
    case 'polygon':
    case 'polyline':
      return boxAround(pointList(element.getAttribute('points') ?? ''));
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'text':
    case 'tspan':
      return textBox(element, font);
    default:
      return boxAround(childPoints(element, font));
  }
}

/** What `getBoundingClientRect` gives, for a drawing at the origin, unscaled. */
export function clientBox(element: Element, font: Font): Box {
  if (isSvg(element)) return svgBox(element, font);
  return { ...emptyBox, ...labelBox(element, font) };
}

/** The path of an element, for `getTotalLength` and `getPointAtLength`. */
export function pathOf(element: Element): InstanceType<typeof svgPathProperties> {
  return new svgPathProperties(element.getAttribute('d') || 'M0 0');
}

function* childPoints(parent: Element, font: Font): Generator<[number, number]> {
  for (const child of parent.children) {
    const tag = tagOf(child);
    if (unpainted.has(tag) || /display:\s*none/u.test(child.getAttribute('style') ?? '')) continue;
    const box = svgBox(child, font);
    if (box.width === 0 && box.height === 0 && countsOnlyFilled.has(tag)) continue;
    const matrix = parseTransform(child.getAttribute('transform') ?? '');
    const [dx, dy] = tag === 'svg' ? [numberOf(child, 'x'), numberOf(child, 'y')] : [0, 0];
    for (const corner of corners(box)) {
      const [x, y] = transformPoint(matrix, corner);
      yield [x + dx, y + dy];
    }
  }
}

function isSvg(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (tagOf(at) === 'foreignobject') return at === element;
    if (tagOf(at) === 'svg') return true;
  }
  return false;
}

function numberOf(element: Element, name: string): number {
  const number = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(number) ? number : 0;
}

function centred(x: number, y: number, rx: number, ry: number): Box {
  return { x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry };
}

function* pointList(text: string): Generator<[number, number]> {
  const numbers = text
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  for (let at = 0; at + 1 < numbers.length; at += 2) yield [numbers[at] ?? 0, numbers[at + 1] ?? 0];
}
