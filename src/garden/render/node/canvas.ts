/** Boards: positioned cards, one drawing of the arrows below them, and the arrows as text. */
import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Canvas, CanvasCard, CanvasEdge } from '../../body.ts';
import { oneLine, textOf } from '../page/page-text.ts';
import { publicWords } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { edgePath } from './canvas-edges.ts';

/** Margin around the cards, in pixels, for arrows that bend beyond them. */
const margin = 40;

export function canvasHandlers(context: RenderContext): Handlers {
  return {
    canvas: (state, node: Canvas) => board(context, state, node),
    canvasCard: (state, node: CanvasCard) => card(context, state, node),
  };
}

function board(context: RenderContext, state: State, written: Canvas): Element {
  const node = withPublicLabels(context, written);
  const cards = node.children.map((child) => ({ child, element: card(context, state, child) }));
  const names = new Map(cards.map(({ child, element }) => [child.id, nameOf(child, element)]));
  const [width, height] = [node.width + 2 * margin, node.height + 2 * margin];
  const size = `position:relative;width:${width}px;height:${height}px`;
  const { texts } = context.rendering;
  return h('figure.board', [
    h('div.board-scroll', { tabIndex: 0, role: 'group', ariaLabel: texts.board }, [
      h('div.board-area', { style: size }, [
        ...cards.filter(({ child }) => child.kind === 'group').map(({ element }) => element),
        arrows(node, width, height),
        ...cards.filter(({ child }) => child.kind !== 'group').map(({ element }) => element),
      ]),
    ]),
    ...relations(node, names),
  ]);
}

/** Labels are no Markdown: a link in one is shown as it is written. */
function withPublicLabels(context: RenderContext, node: Canvas): Canvas {
  const shown = <Labelled extends { readonly label: string }>(part: Labelled): Labelled => {
    return { ...part, label: publicWords(context, part.label) };
  };
  return { ...node, children: node.children.map(shown), edges: node.edges.map(shown) };
}

function card(context: RenderContext, state: State, node: CanvasCard): Element {
  const style = [
    'position:absolute',
    `left:${node.x + margin}px`,
    `top:${node.y + margin}px`,
    `width:${node.width}px`,
    `height:${node.height}px`,
  ];
  const isToken = /^[a-z]+$/.test(node.color);
  if (/^#[0-9a-f]{3,8}$/i.test(node.color)) style.push(`--board-color:${node.color}`);
  const properties = {
    style: style.join(';'),
    dataKind: node.kind,
    dataColor: isToken ? node.color : undefined,
    id: node.id === '' ? undefined : `${context.prefix}card-${node.id}`,
  };
  const label = node.label === '' ? [] : [h('div.board-label', node.label)];
  return h('div.board-card', properties, [...label, ...state.all(node)]);
}

function arrows(node: Canvas, width: number, height: number): Element {
  const cards = new Map(node.children.map((child) => [child.id, child]));
  const drawn = node.edges.flatMap((edge) => {
    const [from, to] = [cards.get(edge.from), cards.get(edge.to)];
    return from === undefined || to === undefined ? [] : [arrow(edge, from, to)];
  });
  const view = `${-margin} ${-margin} ${width} ${height}`;
  const properties = { viewBox: view, width, height, ariaHidden: 'true' };
  return s('svg.board-arrows', { ...properties, style: 'position:absolute;inset:0' }, drawn);
}

function arrow(edge: CanvasEdge, from: CanvasCard, to: CanvasCard): Element {
  const { line, heads, middle } = edgePath(edge, from, to);
  const shapes: ElementContent[] = [
    s('path', { d: line, fill: 'none', stroke: 'currentColor', strokeWidth: 2 }),
    ...heads.map((points) => s('polygon', { points, fill: 'currentColor' })),
  ];
  if (edge.label !== '') {
    const anchor = { x: middle.x, y: middle.y, textAnchor: 'middle', dominantBaseline: 'central' };
    shapes.push(s('text', { ...anchor, fill: 'currentColor', stroke: 'none' }, edge.label));
  }
  const isToken = /^[a-z]+$/.test(edge.color);
  const own = /^#[0-9a-f]{3,8}$/i.test(edge.color) ? `color:${edge.color}` : undefined;
  return s('g', { dataColor: isToken ? edge.color : undefined, style: own }, shapes);
}

/** The arrows as text for screen readers. */
function relations(node: Canvas, names: ReadonlyMap<string, string>): Element[] {
  const items = node.edges.map(({ from, to, label }) => {
    const target = label === '' ? names.get(to) : `${names.get(to)}: ${label}`;
    return h('li', `${names.get(from)} → ${target}`);
  });
  return items.length === 0 ? [] : [h('ul.sr-only', items)];
}

const maxNameLength = 60;

function nameOf(node: CanvasCard, element: Element): string {
  const text = node.label || oneLine(element.children.map(shownText).join(' '));
  return text.length <= maxNameLength ? text : `${text.slice(0, maxNameLength).toWellFormed()}…`;
}

/** Visible text of a card; embeds are named by their source. */
function shownText(node: ElementContent): string {
  if (node.type !== 'element') return textOf(node);
  const source = node.children.find((child) => isSource(child));
  if (source !== undefined) return textOf(source);
  if (node.tagName === 'img') return String(node.properties['alt'] ?? '');
  return node.children.length === 0 ? '' : node.children.map(shownText).join(' ');
}

function isSource(node: ElementContent): boolean {
  const names = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(names) && names.includes('embed-source');
}
