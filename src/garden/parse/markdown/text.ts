/** Cutting text nodes into pieces that know where they stand. */
import type { PhrasingContent, Text } from 'mdast';
import type { Point, Position } from 'unist';

/** What a piece of text becomes: a node (which gets the piece's position), or null to leave it. */
export type Replace = (
  match: RegExpExecArray,
) => PhrasingContent | readonly PhrasingContent[] | null;

/**
 * Cuts a text node at each match of a global pattern. Positions are exact where the source holds no
 * escapes or references before the match in the same node, and near otherwise.
 */
export function splitText(node: Text, pattern: RegExp, replace: Replace): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(pattern)) {
    const replaced = replace(match);
    if (replaced === null) continue;
    if (match.index > from) pieces.push(piece(node, from, match.index));
    const nodes = Array.isArray(replaced) ? replaced : [replaced as PhrasingContent];
    const position = span(node, match.index, match.index + match[0].length);
    for (const made of nodes) if (position && !made.position) made.position = position;
    pieces.push(...nodes);
    from = match.index + match[0].length;
  }
  if (from === 0) return [node];
  if (from < node.value.length) pieces.push(piece(node, from, node.value.length));
  return pieces;
}

/** The part of a text node from one index of its value to another, with its position. */
export function piece(node: Text, from: number, to: number): Text {
  const position = span(node, from, to);
  return { type: 'text', value: node.value.slice(from, to), ...(position && { position }) };
}

function span(node: Text, from: number, to: number): Position | undefined {
  if (!node.position) return undefined;
  const { start, end } = node.position;
  return { start: pointAt(node.value, start, end, from), end: pointAt(node.value, start, end, to) };
}

function pointAt(value: string, start: Point, end: Point, index: number): Point {
  if (index >= value.length) return end;
  const before = value.slice(0, index);
  const newline = before.lastIndexOf('\n');
  if (newline < 0) {
    return { line: start.line, column: start.column + index, offset: (start.offset ?? 0) + index };
  }
  const lines = before.split('\n').length - 1;
  return { line: start.line + lines, column: index - newline, offset: (start.offset ?? 0) + index };
}
