/** The blocks of a note in document order: headings, paragraphs, lists, quotes, tables, fences. */
import type {
  Blockquote,
  Definition,
  Heading,
  Html,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type { Parent } from 'unist';
import type { MdxPart } from '../../../mdx-part.ts';
import { visitParents } from '../../../walk.ts';
import { plainText } from '../../context/plain-text.ts';
import { keepUnreferencedFootnotes } from '../../markdown/footnotes.ts';
import { type InlineReader, readInline, withHtmlLinks } from '../inline/inline.ts';
import { takeFootnotes } from '../inline/inline-footnotes.ts';
import { withPartLinks } from '../inline/mdx-links.ts';
import { readFrame } from '../inline/media-links.ts';
import {
  type Container,
  type ObsidianDraft,
  positionOf,
  sourceOf,
  topLevel,
} from '../obsidian-draft.ts';
import { takeFields } from '../properties/fields.ts';
import { isPicture } from '../wiki-link/reference.ts';
import { takeBlockId, takeIdAtEnd, takeIdsBelow } from './block-ids.ts';
import { readCallout } from './callouts.ts';
import { readFence } from './code-blocks.ts';
import { readTask, takeMarker } from './tasks.ts';

/**
 * Reads a tree in place: its nodes become the garden's, and its facts are added to the draft. Where
 * lines such as `question:: answer` are cards, they are no fields.
 */
export function readBody(root: Root, draft: ObsidianDraft, areLinesCards = false): void {
  const definitions = new Map<string, Definition>();
  visitParents(root, ({ children }) => {
    for (const node of children as RootContent[]) {
      if (node.type !== 'definition' || definitions.has(node.identifier)) continue;
      definitions.set(node.identifier, node);
    }
  });
  new BodyReader({ draft, definitions, areLinesCards }).readChildren(root, topLevel);
  root.children.push(...draft.footnotes);
  keepUnreferencedFootnotes(root);
}

class BodyReader {
  private readonly inline: InlineReader;
  private readonly draft: ObsidianDraft;

  constructor(inline: InlineReader) {
    this.inline = inline;
    this.draft = inline.draft;
  }

  /** Reads the blocks of a parent; each belongs to the heading above it. */
  readChildren(parent: Parent, container: Container): void {
    const ids = takeIdsBelow(parent);
    let here = container;
    parent.children = (parent.children as RootContent[]).flatMap((node) => {
      const id = ids.get(node) ?? takeIdAtEnd(node, this.draft.source);
      if (node.type === 'heading') {
        here = { ...here, fragment: this.readHeading(node) };
        return [node];
      }
      if (id === '') return this.readBlock(node, here);
      const inside = this.identify(node, id, here);
      const read = this.readBlock(node, inside);
      if (inside === here) return read;
      const [first] = read;
      // A query or what a plugin makes of a fence is another node.
      if (first && !read.includes(node)) first.data = { ...first.data, ...node.data };
      this.draft.setBlockText(inside.block, read);
      return read;
    });
  }

  private readBlock(node: RootContent, container: Container): RootContent[] {
    switch (node.type) {
      case 'paragraph':
        return this.readParagraph(node, container);
      case 'blockquote':
        return [this.readQuote(node, container)];
      case 'list':
        for (const item of node.children) this.readItem(item, container);
        return [node];
      case 'table':
        this.readTable(node, container);
        return [node];
      case 'footnoteDefinition':
        this.readChildren(node, container);
        return [node];
      case 'canvas':
        for (const card of node.children) this.readChildren(card, container);
        return [node];
      case 'code':
        return readFence(node, this.draft, container, (parent) =>
          this.readChildren(parent, container),
        );
      case 'html':
        return [this.readHtml(node, container)];
      case 'mdxPart':
        return [this.readPart(node, container)];
      default:
        return [node];
    }
  }

  private readHeading(node: Heading): string {
    const id = takeBlockId(node.children);
    const source = sourceOf(node, this.draft.source).replace(/^\s*#+\s*|\s+#+\s*$/gu, '');
    const line = this.readInline(node.children, topLevel);
    const text = plainText(line);
    const fragment = this.draft.addHeading(node.depth, text, source, positionOf(node));
    node.children = line;
    node.data = { ...node.data, fragment };
    if (id !== '') this.addBlock(id, fragment, text, positionOf(node), -1);
    this.draft.finishLine(line, { fragment, block: -1 });
    return fragment;
  }

  private readParagraph(node: Paragraph, container: Container): RootContent[] {
    const id = takeBlockId(node.children);
    const here = id === '' ? container : this.identify(node, id, container);
    node.children = this.readInline(node.children, here);
    if (here !== container) this.draft.setBlockText(here.block, node.children);
    this.draft.finishLine(node.children, here);
    return this.isLoneEmbed(node) ? [...node.children] : [node];
  }

  /** A note or video alone in its paragraph is a block; a picture stays inline. */
  private isLoneEmbed({ children, data }: Paragraph): boolean {
    const [only] = children;
    if (children.length !== 1 || only?.type !== 'embed' || data) return false;
    return !isPicture({ name: this.draft.links[only.link]?.name ?? '' });
  }

  private readQuote(node: Blockquote, container: Container): RootContent {
    const callout = readCallout(node);
    if (!callout) {
      this.readChildren(node, container);
      return node;
    }
    callout.title = this.readInline(callout.title, container);
    this.draft.finishLine(callout.title, container);
    this.readChildren(callout, container);
    return callout;
  }

  private readHtml(node: Html, container: Container): RootContent {
    const frame = readFrame(node.value);
    if (!frame) {
      const html = withHtmlLinks(node, this.draft);
      if (html.data?.links) this.draft.finishLine([html], container);
      return html;
    }
    const { position, data } = node;
    return { ...frame, ...(position && { position }), ...(data && { data }) };
  }

  private readPart(node: MdxPart, container: Container): RootContent {
    if (node.isInline) {
      node.children = this.readInline(node.children as PhrasingContent[], container);
    } else this.readChildren(node, container);
    const part = withPartLinks(node, this.draft);
    const line = node.isInline ? part : { ...part, children: [] };
    this.draft.finishLine([line], container);
    return part;
  }

  private readTable(node: Table, container: Container): void {
    for (const row of node.children) {
      for (const cell of row.children) {
        cell.children = this.readInline(cell.children, container);
        this.draft.finishLine(cell.children, container);
      }
    }
  }

  private readItem(item: ListItem, container: Container): void {
    const { draft } = this;
    const marker = takeMarker(item, draft.source);
    const [first] = item.children;
    const line = first?.type === 'paragraph' ? first.children : [];
    const id = takeBlockId(line);
    const text = plainText(line);
    const above = draft.blocks[container.block]?.fragment ?? '';
    const fragment = (id && draft.claimId(id, positionOf(item))) || draft.fragments.of(text, above);
    item.data = { ...item.data, fragment };
    if (marker !== null) {
      item.checked = marker !== ' ';
      item.data = { ...item.data, marker };
    }
    const task = marker === null ? null : readTask(marker, text);
    const block = draft.addBlock({
      fragment,
      id,
      parent: container.block,
      text,
      task,
      properties: [],
      links: [],
      ...positionOf(item),
    });
    this.readChildren(item, { fragment, block });
    const [read] = item.children;
    if (read?.type === 'paragraph') draft.setBlockText(block, read.children);
  }

  /** Gives a node its block id and adds it to the note's blocks. */
  private identify(node: RootContent, id: string, container: Container): Container {
    const fragment = this.draft.claimId(id, positionOf(node));
    if (fragment === '') return container;
    node.data = { ...node.data, fragment };
    const block = this.addBlock(id, fragment, '', positionOf(node), container.block);
    return { fragment, block };
  }

  private addBlock(
    id: string,
    fragment: string,
    text: string,
    position: { line: number; column: number },
    parent: number,
  ): number {
    const facts = { task: null, properties: [], links: [] };
    return this.draft.addBlock({ fragment, id, parent, text, ...facts, ...position });
  }

  private readInline(nodes: PhrasingContent[], container: Container): PhrasingContent[] {
    const withNotes = takeFootnotes(nodes, (children) => {
      const line: Paragraph = { type: 'paragraph', children: [] };
      const label = this.draft.addFootnote(line);
      line.children = this.readInline(children, topLevel);
      this.draft.finishLine(line.children, topLevel);
      return { type: 'footnoteReference', identifier: label, label };
    });
    const { nodes: shown, fields } = takeFields(withNotes, this.inline.areLinesCards);
    this.draft.addFields(fields, container);
    return readInline(shown, this.inline);
  }
}
