/** `> [!type]± Title` (Obsidian help, “Callouts”). */
import type { Blockquote, Paragraph, PhrasingContent, Text } from 'mdast';
import type { Callout } from '../../../body.ts';
import { isEscaped, piece } from '../../markdown/text.ts';

const marker = /^\[!([^\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/u;

/** The callout that a quote is, or null for a plain quote. Its content is not read yet. */
export function readCallout(quote: Blockquote): Callout | null {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return null;
  const [start] = first.children;
  if (start?.type !== 'text' || isEscaped(start, 0)) return null;
  const match = marker.exec(start.value);
  if (!match) return null;
  const [whole, kind = '', sign] = match;
  const { line, others } = cutFirstLine(withoutStart(first, start, whole.length));
  const content: Paragraph[] = others.length > 0 ? [{ ...first, children: others }] : [];
  return {
    type: 'callout',
    kind: kind.trim().toLowerCase(),
    title: line,
    fold: sign === '+' ? 'open' : sign === '-' ? 'closed' : 'none',
    children: [...content, ...rest],
    ...(quote.position && { position: quote.position }),
    ...(quote.data && { data: quote.data }),
  };
}

function withoutStart(paragraph: Paragraph, start: Text, length: number): PhrasingContent[] {
  const rest = paragraph.children.slice(1);
  return start.value.length > length ? [piece(start, length, start.value.length), ...rest] : rest;
}

/** Content up to the first line break, and what follows it. */
function cutFirstLine(nodes: readonly PhrasingContent[]): {
  line: PhrasingContent[];
  others: PhrasingContent[];
} {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break')
      return { line: nodes.slice(0, index), others: nodes.slice(index + 1) };
    const newline = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || newline < 0) continue;
    const line = newline > 0 ? [piece(node, 0, newline)] : [];
    const after =
      newline + 1 < node.value.length ? [piece(node, newline + 1, node.value.length)] : [];
    return {
      line: [...nodes.slice(0, index), ...line],
      others: [...after, ...nodes.slice(index + 1)],
    };
  }
  return { line: [...nodes], others: [] };
}
