/** Nodes as plain text: for the words around links, for block texts, and for unlinked mentions. */
import type { Html, Nodes } from 'mdast';
import type { Node } from 'unist';
import { htmlText } from '../html/html-tags.ts';

/** Where the text of one link is: [start, end). */
export interface LinkSpan {
  readonly link: number;
  readonly start: number;
  readonly end: number;
}

export interface ReadText {
  /** All words, a line break for each `break`. */
  readonly text: string;
  /** Text outside links, code, formulas, tags and HTML, each of which a line break replaces. */
  readonly freeText: string;
  /** The links of the text in document order, one span for each. */
  readonly spans: readonly LinkSpan[];
}

/** Reads inline or block nodes in document order. Outlines and code blocks have no words here. */
export function readText(nodes: readonly Node[]): ReadText {
  const reader = new TextReader();
  for (const node of nodes) reader.add(node as Nodes, false);
  return reader;
}

/** Nodes as one line of text. */
export function plainText(nodes: readonly Node[]): string {
  return readText(nodes).text.replace(/\s+/gu, ' ').trim();
}

const blocks = new Set([
  ...['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote', 'callout'],
]);

/** Nodes whose value is no part of a sentence. */
const wordless = new Set(['code', 'math', 'yaml']);

/** Maximum length of HTML that is the text of its links, in UTF-16 code units. */
const maxLinkText = 120;

class TextReader implements ReadText {
  text = '';
  freeText = '';
  private readonly links = new Map<number, LinkSpan>();

  get spans(): LinkSpan[] {
    return [...this.links.values()];
  }

  add(node: Nodes, inLink: boolean): void {
    if (node.type === 'outline' || node.type === 'outlineBlock') return;
    const link = 'link' in node && typeof node.link === 'number' ? node.link : null;
    const isLink = link !== null || node.type === 'link' || node.type === 'linkReference';
    const start = this.text.length;
    if (node.type === 'callout') this.addAll(node.title, inLink);
    if ('children' in node) this.addAll(node.children, inLink || isLink);
    else this.addLeaf(node, inLink);
    if (blocks.has(node.type)) this.separate(' ');
    if (link !== null) this.addSpan(link, start);
    if (isLink) this.breakFreeText();
  }

  private addAll(nodes: readonly Nodes[], inLink: boolean): void {
    for (const node of nodes) this.add(node, inLink);
  }

  private addLeaf(node: Nodes, inLink: boolean): void {
    if (node.type === 'break') this.separate('\n');
    else if (node.type === 'text') this.write(node.value, !inLink);
    else if (node.type === 'tag') this.write(`#${node.name}`, false);
    else if (node.type === 'html') this.addHtml(node);
    else if (node.type === 'image' || node.type === 'embed') this.write(node.alt ?? '', false);
    else if ('value' in node && !wordless.has(node.type)) this.write(node.value, false);
  }

  private addHtml({ value, data }: Html): void {
    const start = this.text.length;
    const words = htmlText(value);
    this.write(words, false);
    // A short element is the text of its link, a whole block is not.
    const from = words.length > maxLinkText ? this.text.length : start;
    for (const link of data?.links ?? []) this.addSpan(link, from);
  }

  /** A reference that contains another is several nodes: together their texts are its text. */
  private addSpan(link: number, start: number): void {
    const first = this.links.get(link)?.start ?? start;
    this.links.set(link, { link, start: first, end: this.text.length });
  }

  private write(text: string, isFree: boolean): void {
    this.text += text;
    if (isFree) this.freeText += text;
    else if (text !== '') this.breakFreeText();
  }

  private separate(separator: ' ' | '\n'): void {
    if (this.text !== '' && !/\s$/u.test(this.text)) this.text += separator;
    else if (separator === '\n') this.text = this.text.replace(/ $/u, '\n');
    this.breakFreeText();
  }

  /** The words before and after a link are no phrase: a name must not be found across it. */
  private breakFreeText(): void {
    const lineStart = this.freeText.lastIndexOf('\n') + 1;
    const isBlank = this.freeText.slice(lineStart).trim() === '';
    this.freeText = isBlank ? this.freeText.slice(0, lineStart) : `${this.freeText}\n`;
  }
}
