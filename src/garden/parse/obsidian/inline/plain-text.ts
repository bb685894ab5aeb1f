/** Inline content as a reader hears it, and the words around each link. */
import type { Node } from 'unist';
import type { LinkContext } from '../../../note.ts';

/** Where a link's words stand in a text. */
export interface LinkSpan {
  readonly link: number;
  readonly start: number;
  readonly end: number;
}

interface Shape extends Node {
  readonly value?: string;
  readonly alt?: string | null;
  readonly name?: string;
  readonly link?: number;
  readonly children?: readonly Shape[];
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'listItem', 'code']);

export class PlainText {
  text = '';
  readonly spans: LinkSpan[] = [];

  constructor(nodes: readonly Node[]) {
    for (const node of nodes) this.add(node as Shape);
  }

  private add(node: Shape): void {
    const start = this.text.length;
    this.text += ownText(node);
    for (const child of node.children ?? []) this.add(child);
    if (blocks.has(node.type)) this.text += ' ';
    if (node.link !== undefined) {
      this.spans.push({ link: node.link, start, end: this.text.length });
    }
  }
}

function ownText(node: Shape): string {
  if (node.type === 'tag') return `#${node.name ?? ''}`;
  if (node.type === 'break') return '\n';
  if (node.type === 'embed' || node.type === 'image') return node.alt ?? '';
  if (node.type === 'html' || node.type === 'notice') return '';
  return node.value ?? '';
}

/** Inline nodes as one line of text. */
export function plainText(nodes: readonly Node[]): string {
  return new PlainText(nodes).text.replace(/\s+/gu, ' ').trim();
}

/** Text outside links, code and formulas, with a space for each of these. */
export function ownWords(nodes: readonly Node[]): string {
  return nodes.map((node) => wordsOf(node as Shape)).join('');
}

const silent = new Set(['noteLink', 'link', 'linkReference', 'inlineCode', 'inlineMath', 'tag']);

function wordsOf(node: Shape): string {
  if (silent.has(node.type) || node.type === 'embed' || node.type === 'image') return ' ';
  return ownText(node) + ownWords(node.children ?? []);
}

const longest = 180;

/** The sentence around a span: up to the nearest full stop or line break, or cut at a word. */
export function contextOf(text: string, span: LinkSpan, fragment: string): LinkContext {
  return {
    before: sentenceEnd(text.slice(0, span.start)),
    text: text.slice(span.start, span.end),
    after: sentenceStart(text.slice(span.end)),
    fragment,
  };
}

function sentenceEnd(text: string): string {
  const from = Math.max(0, text.length - longest);
  const near = text.slice(from);
  const boundary = /^[\s\S]*(?:[.!?…](?=\s)|[。！？]|\n)\s*/u.exec(near);
  if (boundary) return near.slice(boundary[0].length);
  return from === 0 ? near : `…${near.replace(/^[\p{Script=Latin}\p{N}]*\s?/u, '')}`;
}

function sentenceStart(text: string): string {
  const near = text.slice(0, longest);
  const boundary = /^[\s\S]*?(?:[.!?…](?=\s|$)|[。！？]|(?=\n))/u.exec(near);
  if (boundary) return boundary[0];
  return near.length === text.length
    ? near
    : `${near.replace(/\s?[\p{Script=Latin}\p{N}]*$/u, '')}…`;
}
