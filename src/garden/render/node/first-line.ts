/** The first line of a block, for use inside other text. */
import type { ElementContent } from 'hast';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fillIn } from '../../interface-texts/lookup.ts';
import { publicLine, publicSource } from '../privacy.ts';
import { contextFor, type RenderContext } from '../render-context.ts';
import { partOf } from './body-part.ts';

/** Limit for references inside referenced lines. */
const maxDepth = 3;

/** The first line of the block (or heading) `fragment` of note `id`, rendered without block markup. */
export function firstLineOf(
  context: RenderContext,
  id: string,
  fragment: string,
): ElementContent[] {
  const { rendering, trail } = context;
  const entry = rendering.garden.notes.get(id);
  const key = `((${id}#${fragment}))`;
  const followed = trail.filter((step) => step.startsWith('((')).length;
  if (entry === undefined || followed >= maxDepth || trail.includes(key)) return [];
  if (fragment === '') return [{ type: 'text', value: entry.note.title }];
  const part = partOf(rendering.sources.body(entry.note.path), fragment);
  const nodes = part === null ? [] : part.nodes.flatMap(unwrapped);
  const show = (source: string) => publicSource(rendering.garden, entry, source);
  const line =
    firstPhrases(nodes)?.map((node) => withoutBoxes(inWords(context, node), show)) ??
    sourceOf(nodes, show);
  if (line === null)
    return [{ type: 'text', value: publicLine(rendering.garden, entry, fragment) }];
  const inner = contextFor(rendering, entry, { trail: [...trail, key], prefix: 'reference-' });
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children: line }] };
  return rendering.part(inner, root).flatMap((node) => {
    return node.type === 'element' && node.tagName === 'p' ? node.children : [];
  });
}

/** A block is wrapped in an outline; its children are not part of its line. */
function unwrapped(node: Nodes): readonly Nodes[] {
  return node.type === 'outline' ? node.children : [node];
}

/** Phrasing of the first paragraph or heading in these nodes, up to its first line break. */
function firstPhrases(nodes: readonly Nodes[]): PhrasingContent[] | null {
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading') return untilBreak(node.children);
    if (node.type === 'outline') continue;
    const inner = 'children' in node ? firstPhrases(node.children) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** The picture of a marked area of a PDF has no place in a line: it names the page. */
function inWords({ rendering }: RenderContext, node: PhrasingContent): PhrasingContent {
  if (node.type !== 'embed' || node.areaOf === undefined) return node;
  return { type: 'text', value: fillIn(rendering.texts.area, { page: node.areaOf || '?' }) };
}

/** Queries and notices are boxes, which have no place in a line: it shows their source. */
function withoutBoxes(node: PhrasingContent, show: (source: string) => string): PhrasingContent {
  const written = boxSource(node);
  return written === null ? node : { type: 'inlineCode', value: show(written) };
}

/** The line of a block that holds nothing but a box. */
function sourceOf(
  nodes: readonly Nodes[],
  show: (source: string) => string,
): PhrasingContent[] | null {
  for (const node of nodes) {
    if (node.type === 'outline') continue;
    const written = boxSource(node);
    if (written !== null) return [{ type: 'inlineCode', value: show(written) }];
    const inner = 'children' in node ? sourceOf(node.children, show) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function boxSource(node: Nodes): string | null {
  const isBox = node.type === 'query' || node.type === 'expressionQuery' || node.type === 'notice';
  if (!isBox) return null;
  return node.source.split('\n', 1)[0] ?? '';
}

function untilBreak(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const end = phrases.findIndex((node) => node.type === 'break');
  const line = end < 1 ? phrases : phrases.slice(0, end);
  return line.filter((node) => {
    if (node.type === 'embed') return node.areaOf !== undefined;
    return node.type !== 'footnoteReference' && node.type !== 'citation';
  });
}
