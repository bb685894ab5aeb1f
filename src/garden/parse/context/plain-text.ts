/** Nodes as plain text: for the words around links, for block texts, and for unlinked mentions. */
import type { Html, Nodes } from 'mdast';
import type { Node } from 'unist';
import type { MdxPart } from '../../mdx-part.ts';
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
  return reader.read();
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

/** Joins texts once: looking at the end of one long text for each part would take quadratic time. */
class TextReader {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly freeLines: string[] = [];
  private freeLine = '';
  private readonly links = new Map<number, LinkSpan>();

  read(): ReadText {
    return {
      text: this.parts.join(''),
      freeText: [...this.freeLines, this.freeLine].join('\n'),
      spans: [...this.links.values()],
    };
  }

  add(node: Nodes, inLink: boolean): void {
    if (node.type === 'outline' || node.type === 'outlineBlock') return;
    const link = 'link' in node && typeof node.link === 'number' ? node.link : null;
    const isLink = link !== null || node.type === 'link' || node.type === 'linkReference';
    const start = this.length;
    if (node.type === 'callout') this.addTitle(node.title, inLink);
    if ('children' in node) this.addAll(node.children, inLink || isLink);
    else this.addLeaf(node, inLink);
    if (blocks.has(node.type)) this.separate(' ');
    if (link !== null) this.addSpan(link, start);
    if (node.type === 'mdxPart') this.addPart(node, start);
    if (isLink) this.breakFreeText();
  }

  private addTitle(title: readonly Nodes[], inLink: boolean): void {
    this.addAll(title, inLink);
    if (title.length > 0) this.separate(' ');
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

  private addPart({ data }: MdxPart, start: number): void {
    for (const link of data?.links ?? []) this.addSpan(link, start);
  }

  private addHtml({ value, data }: Html): void {
    const start = this.length;
    const words = htmlText(value);
    this.write(words, false);
    // A short element is the text of its link, a whole block is not.
    const from = words.length > maxLinkText ? this.length : start;
    for (const link of data?.links ?? []) this.addSpan(link, from);
  }

  /** A reference that contains another is several nodes: together their texts are its text. */
  private addSpan(link: number, start: number): void {
    const first = this.links.get(link)?.start ?? start;
    this.links.set(link, { link, start: first, end: this.length });
  }

  private write(text: string, isFree: boolean): void {
    if (text === '') return;
    this.append(text);
    if (isFree) this.addFree(text);
    else this.breakFreeText();
  }

  private separate(separator: ' ' | '\n'): void {
    const last = this.parts.at(-1) ?? '';
    if (last !== '' && !/\s/u.test(last.at(-1) ?? '')) this.append(separator);
    else if (separator === '\n' && last.endsWith(' ')) {
      this.parts[this.parts.length - 1] = `${last.slice(0, -1)}\n`;
    }
    this.breakFreeText();
  }

  /** The words before and after a link are no phrase: a name must not be found across it. */
  private breakFreeText(): void {
    if (this.freeLine.trim() !== '') this.freeLines.push(this.freeLine);
    this.freeLine = '';
  }

  private addFree(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.freeLines.push(this.freeLine + line);
      this.freeLine = '';
    }
    this.freeLine += last;
  }

  /** Parts are never empty. */
  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
