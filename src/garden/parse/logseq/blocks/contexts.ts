/** The plain text of a block: around each of its links, and for names that stand in it unlinked. */
import type { Nodes } from 'mdast';
import type { NoteDraft } from '../note-draft.ts';

/** How many characters of a long block a context keeps on either side of the link. */
const reach = 160;

interface Linear {
  text: string;
  /** Text outside links, code, formulas and HTML. */
  free: string;
  readonly spans: Map<number, { readonly start: number; end: number }>;
}

/**
 * Gives every link in the nodes its context, and returns the text in which unlinked names are looked
 * for. `fragment` is where the block stands.
 */
export function addContexts(nodes: readonly Nodes[], fragment: string, draft: NoteDraft): string {
  const linear: Linear = { text: '', free: '', spans: new Map() };
  for (const node of nodes) {
    if (node.type === 'outline' || node.type === 'outlineBlock') continue;
    append(node, linear, false);
    space(linear);
  }
  for (const [link, { start, end }] of linear.spans) {
    const text = linear.text.slice(start, end);
    draft.setContext(link, {
      before: lastPart(linear.text.slice(0, start)),
      text: text === '' ? (draft.links[link]?.name ?? '') : text,
      after: firstPart(linear.text.slice(end)),
      fragment,
    });
  }
  return linear.free.trim();
}

function append(node: Nodes, linear: Linear, linked: boolean): void {
  const link = 'link' in node && typeof node.link === 'number' ? node.link : null;
  const start = linear.text.length;
  const inLink = linked || link !== null || node.type === 'link';
  if (node.type === 'callout') for (const child of node.title) append(child, linear, inLink);
  if ('children' in node) for (const child of node.children) append(child, linear, inLink);
  else appendLeaf(node, linear, inLink);
  if (isBlock(node)) space(linear);
  if (link !== null) addSpan(linear, link, start);
}

/** A reference with another inside is several nodes: their texts together are its text. */
function addSpan(linear: Linear, link: number, start: number): void {
  const known = linear.spans.get(link);
  if (known) known.end = linear.text.length;
  else linear.spans.set(link, { start, end: linear.text.length });
}

function appendLeaf(node: Nodes, linear: Linear, linked: boolean): void {
  if (node.type === 'break') space(linear);
  else if (node.type === 'text') write(linear, node.value, !linked);
  else if (node.type === 'inlineCode' || node.type === 'inlineMath')
    write(linear, node.value, false);
  else if (node.type === 'tag') write(linear, `#${node.name}`, false);
  else if (node.type === 'image' || node.type === 'embed') write(linear, node.alt ?? '', false);
}

function write(linear: Linear, text: string, free: boolean): void {
  linear.text += text;
  if (free) linear.free += text;
  else if (text !== '') breakFree(linear);
}

function space(linear: Linear): void {
  const last = linear.text.at(-1);
  if (last !== undefined && last !== ' ' && last !== '\n') linear.text += ' ';
  breakFree(linear);
}

/** What stands around a link is no phrase: a name must not be found across it. */
function breakFree(linear: Linear): void {
  const last = linear.free.at(-1);
  if (last !== undefined && last !== '\n') linear.free += '\n';
}

function isBlock(node: Nodes): boolean {
  return /^(?:paragraph|heading|listItem|tableCell|blockquote|callout)$/.test(node.type);
}

function lastPart(text: string): string {
  if (text.length <= reach) return text.trimStart();
  return `…${text.slice(-reach).replace(/^\S{0,20}\s/, '')}`;
}

function firstPart(text: string): string {
  if (text.length <= reach) return text.trimEnd();
  return `${text.slice(0, reach).replace(/\s\S{0,20}$/, '')}…`;
}
