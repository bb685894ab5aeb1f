/** Splits text nodes into pieces with exact positions. */
import type { PhrasingContent, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { Point, Position } from 'unist';

declare module 'mdast' {
  interface TextData {
    /** Indexes in the text of characters that were written with a backslash or as `&#35;`: no syntax. */
    escapes?: readonly number[];
  }
}

/** Records in each text node which of its characters were escaped. */
export const escapesFromMarkdown: Extension = {
  enter: {
    characterReference(token) {
      this.config.enter['data']?.call(this, token);
      const text = this.stack.at(-1);
      if (text?.type === 'text') addEscape(text);
    },
  },
  exit: {
    characterEscapeValue(token) {
      const text = this.stack.at(-1);
      if (text?.type === 'text') addEscape(text);
      this.config.exit['data']?.call(this, token);
    },
  },
};

function addEscape(text: Text): void {
  text.data = { ...text.data, escapes: [...(text.data?.escapes ?? []), text.value.length] };
}

/** Whether the character at an index of a text was written with a backslash. */
export function isEscaped(node: Text, index: number): boolean {
  return node.data?.escapes?.includes(index) ?? false;
}

/** Returns the node for a match (it gets the match's position), or null to keep the text. */
export type Replace = (match: RegExpExecArray) => PhrasingContent | null;

/**
 * Splits a text node at each match of a global pattern that does not begin with an escaped character.
 * Positions are exact within a line of text without character references.
 */
export function splitText(node: Text, pattern: RegExp, replace: Replace): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(pattern)) {
    const replaced = isEscaped(node, match.index) ? null : replace(match);
    if (replaced === null) continue;
    const to = match.index + match[0].length;
    if (match.index > from) pieces.push(piece(node, from, match.index));
    const position = spanOf(node, match.index, to);
    if (position && !replaced.position) replaced.position = position;
    pieces.push(replaced);
    from = to;
  }
  if (from === 0) return [node];
  if (from < node.value.length) pieces.push(piece(node, from, node.value.length));
  return pieces;
}

/** The part of a text node from one index of its value to another, with its position. */
export function piece(node: Text, from: number, to: number): Text {
  const position = spanOf(node, from, to);
  const escapes = node.data?.escapes?.filter((at) => at >= from && at < to).map((at) => at - from);
  return {
    type: 'text',
    value: node.value.slice(from, to),
    ...(escapes && escapes.length > 0 && { data: { ...node.data, escapes } }),
    ...(position && { position }),
  };
}

/** The position of a part of a text node. */
function spanOf(node: Text, from: number, to: number): Position | undefined {
  if (!node.position) return undefined;
  return { start: pointAt(node, node.position, from), end: pointAt(node, node.position, to) };
}

function pointAt(node: Text, { start, end }: Position, index: number): Point {
  const newline = node.value.lastIndexOf('\n', index - 1);
  const escaped = (from: number, to: number): number =>
    node.data?.escapes?.filter((at) => at >= from && at < to).length ?? 0;
  if (newline < 0) return pointAfter(start, index + escaped(0, index));
  // After a line break the start of the line is unknown, so the point is counted from the end.
  if (!node.value.includes('\n', index)) {
    const rest = node.value.length - index + escaped(index, node.value.length);
    return pointAfter(end, -rest);
  }
  const lines = newlinesBefore(node, index);
  return { line: start.line + lines, column: index - newline, offset: (start.offset ?? 0) + index };
}

const newlines = new WeakMap<Text, readonly number[]>();

/** How many newlines a text has before an index. */
function newlinesBefore(node: Text, index: number): number {
  const known = newlines.get(node);
  const places = known ?? [...node.value.matchAll(/\n/g)].map((match) => match.index);
  if (!known) newlines.set(node, places);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointAfter({ line, column, offset = 0 }: Point, distance: number): Point {
  return { line, column: column + distance, offset: offset + distance };
}
