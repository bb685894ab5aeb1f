/** JSON Canvas 1.0 (jsoncanvas.org/spec/1.0), read into one `canvas` node. */
import type { Root } from 'mdast';
import type { Canvas, CanvasCard, CanvasEdge, CanvasSide } from '../../../body.ts';
import { ownValue } from '../../../own-value.ts';
import { readMarkdown } from '../../markdown/markdown.ts';

type Json = Readonly<Record<string, unknown>>;

/** A canvas, and the faults in it. */
export interface CanvasRead {
  readonly body: Root;
  /** Sentences about cards and arrows that were left out. */
  readonly faults: readonly string[];
}

/**
 * Reads a `.canvas` file; null where it is no JSON. Cards keep their order, in which they are
 * drawn. Their content is Markdown nodes without positions, still to be read like a note's body.
 */
export function readCanvas(source: string, breaks: boolean): CanvasRead | null {
  const canvas = parseJson(source.trim() === '' ? '{}' : source);
  if (!canvas) return null;
  const faults: string[] = [];
  const cards = listAt(canvas, 'nodes').flatMap((node) => {
    const card = readCard(node, breaks);
    if (!card)
      faults.push(`A card of kind “${textAt(node, 'type')}” has no position or no content.`);
    return card ?? [];
  });
  const ids = new Set(cards.map(({ id }) => id));
  const edges = listAt(canvas, 'edges').flatMap((edge) => {
    const read = readEdge(edge);
    if (ids.has(read.from) && ids.has(read.to)) return read;
    faults.push('An arrow refers to a card that does not exist.');
    return [];
  });
  return { body: { type: 'root', children: [canvasOf(cards, edges)] }, faults };
}

function parseJson(source: string): Json | null {
  try {
    const value: unknown = JSON.parse(source);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listAt(map: Json, key: string): Json[] {
  const list = ownValue(map, key);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function textAt(map: Json, key: string): string {
  const text = ownValue(map, key);
  return typeof text === 'string' ? text : '';
}

function numberAt(map: Json, key: string): number {
  const number = ownValue(map, key);
  return typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : Number.NaN;
}

function readCard(node: Json, breaks: boolean): CanvasCard | null {
  const kind = textAt(node, 'type');
  const [x, y] = [numberAt(node, 'x'), numberAt(node, 'y')];
  const [width, height] = [numberAt(node, 'width'), numberAt(node, 'height')];
  const children = contentOf(kind, node, breaks);
  if (!children || [x, y, width, height].some(Number.isNaN)) return null;
  return {
    type: 'canvasCard',
    id: textAt(node, 'id'),
    kind: kind as CanvasCard['kind'],
    x,
    y,
    width: Math.max(width, 1),
    height: Math.max(height, 1),
    color: colorOf(textAt(node, 'color')),
    label: kind === 'group' ? textAt(node, 'label') : '',
    children,
  };
}

function contentOf(kind: string, node: Json, breaks: boolean): CanvasCard['children'] | null {
  if (kind === 'group') return [];
  if (kind === 'text') {
    const text = readMarkdown(textAt(node, 'text'), { syntax: 'obsidian', breaks });
    return text.children as CanvasCard['children'];
  }
  const url = textAt(node, 'url');
  if (kind === 'link' && url !== '') {
    return [
      {
        type: 'paragraph',
        children: [{ type: 'link', url, children: [{ type: 'text', value: url }] }],
      },
    ];
  }
  const file = textAt(node, 'file');
  if (kind !== 'file' || file === '') return null;
  const value = `${file}${textAt(node, 'subpath')}`;
  return [{ type: 'paragraph', children: [{ type: 'wikiLink', value, embed: true }] }];
}

const presets: Readonly<Record<string, string>> = {
  '1': 'red',
  '2': 'orange',
  '3': 'yellow',
  '4': 'green',
  '5': 'cyan',
  '6': 'purple',
};

function colorOf(color: string): string {
  return ownValue(presets, color) ?? (/^#[0-9a-f]{6}$/iu.test(color) ? color.toLowerCase() : '');
}

function readEdge(edge: Json): CanvasEdge {
  return {
    from: textAt(edge, 'fromNode'),
    to: textAt(edge, 'toNode'),
    fromSide: sideOf(textAt(edge, 'fromSide')),
    toSide: sideOf(textAt(edge, 'toSide')),
    fromArrow: edge['fromEnd'] === 'arrow',
    toArrow: edge['toEnd'] !== 'none',
    label: textAt(edge, 'label'),
    color: colorOf(textAt(edge, 'color')),
  };
}

function sideOf(side: string): CanvasSide {
  return side === 'top' || side === 'right' || side === 'bottom' || side === 'left' ? side : '';
}

/** The canvas with positions relative to the upper left corner of its cards. */
function canvasOf(cards: readonly CanvasCard[], edges: readonly CanvasEdge[]): Canvas {
  const extent = (numbers: number[], pick: (...all: number[]) => number): number =>
    numbers.length > 0 ? pick(...numbers) : 0;
  const left = extent(
    cards.map(({ x }) => x),
    Math.min,
  );
  const top = extent(
    cards.map(({ y }) => y),
    Math.min,
  );
  return {
    type: 'canvas',
    width: extent(
      cards.map(({ x, width }) => x + width - left),
      Math.max,
    ),
    height: extent(
      cards.map(({ y, height }) => y + height - top),
      Math.max,
    ),
    edges,
    children: cards.map((card) => ({ ...card, x: card.x - left, y: card.y - top })),
  };
}
