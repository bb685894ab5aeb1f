/** A paragraph as lines, as the plugin “Spaced Repetition” reads it. */
import type { Nodes, PhrasingContent } from 'mdast';
import type { CardSyntax } from '../../../card-syntax.ts';
import { escapePattern } from '../../../escape.ts';
import { piece } from '../../markdown/text.ts';
import { cutAt, findInText } from '../inline/cut-inline.ts';
import type { Decks } from './deck-tags.ts';

export type Line = readonly PhrasingContent[];

/** The lines of a paragraph, without comments; the plugin keeps its dates in `<!--SR:…-->`. */
export function linesOf(nodes: readonly PhrasingContent[]): Line[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (isComment(node)) continue;
    const [first = [], ...others] = pieces(node);
    lines.at(-1)?.push(...first);
    lines.push(...others);
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

/** Whether a node is a comment in HTML. */
export function isComment(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith('<!--');
}

/** The part of a node on each line. */
function pieces(node: PhrasingContent): PhrasingContent[][] {
  if (node.type === 'break') return [[], []];
  if (node.type !== 'text') return [[node]];
  let start = 0;
  return node.value.split('\n').map((text) => {
    const end = start + text.length;
    const part = text === '' ? [] : [piece(node, start, end)];
    start = end + 1;
    return part;
  });
}

/** A line without white space at its ends. */
function trimmed(line: Line): Line {
  const nodes = [...line];
  const first = nodes[0];
  if (first?.type === 'text') nodes[0] = { ...first, value: first.value.trimStart() };
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, value: last.value.trimEnd() };
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A text, such as `?`, as a line of its own; no line is the text ''. */
export function isLine(line: Line, text: string): boolean {
  const [only] = line;
  return line.length === 1 && only?.type === 'text' && only.value === text;
}

/** Both sides of `question::answer` or `question:::answer`; null for other lines. */
export function sidesOf(
  line: Line,
  { inline, inlineReversed }: Pick<CardSyntax, 'inline' | 'inlineReversed'>,
): { readonly front: Line; readonly back: Line; readonly isReversed: boolean } | null {
  // The longer one first: each may begin with the other.
  const separators = [inline, inlineReversed].filter((separator) => separator !== '');
  const found = separators
    .sort((a, b) => b.length - a.length)
    .map((separator) => findInText(line, new RegExp(escapePattern(separator), 'gu')))
    .find((place) => place !== null);
  if (!found) return null;
  const front = trimmed(cutAt(line, found.start)[0]);
  const back = trimmed(cutAt(line, found.end)[1]);
  const isReversed = found.match[0] === inlineReversed;
  return front.length > 0 && back.length > 0 ? { front, back, isReversed } : null;
}

/** The decks of the tags that a line begins with, and the rest of the line. */
export function leadingDecks(
  line: Line,
  own: Decks,
): {
  readonly decks: readonly string[];
  readonly rest: Line;
} {
  const decks: string[] = [];
  let rest = line;
  for (let [first] = rest; first?.type === 'tag'; [first] = rest) {
    const deck = own.ofTag(first.name);
    if (deck === null) break;
    decks.push(deck);
    rest = trimmed(rest.slice(1));
  }
  return { decks, rest };
}
