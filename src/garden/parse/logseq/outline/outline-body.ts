/** The blocks of a page: their facts, and their tree of nodes. */
import type { Nodes } from 'mdast';
import type { Outline, OutlineBlock } from '../../../body.ts';
import type { Block, Heading, Property } from '../../../note.ts';
import { annotationNodes, isAnnotation } from '../blocks/annotations.ts';
import { type Content, contentNodes } from '../blocks/content.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { withPlugins } from '../plugins/with-plugins.ts';
import { propertyText, propertyValue } from '../properties/properties.ts';
import { readPropertyLine } from '../properties/property-lines.ts';
import { type BlockHead, readBlockHead } from './block-head.ts';
import { contentWords, firstLine } from './block-text.ts';
import type { RawBlock } from './outline.ts';

export interface OutlineReading {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** The blocks without a parent. */
  readonly roots: readonly OutlineBlock[];
  /** Footnotes with a bullet of their own, which a page shows at its end. */
  readonly footnotes: readonly Content[];
  /** Text of all blocks in which unlinked names are looked for. */
  readonly text: string;
}

interface Made {
  readonly node: OutlineBlock;
  /** Index in the note's blocks. */
  readonly index: number;
}

/** Reads the blocks of an outline in document order. Empty ones are left out. */
export function readBlocks(
  raws: readonly RawBlock[],
  page: readonly Property[],
  draft: LogseqDraft,
): OutlineReading {
  const parents = new Set(raws.map(({ parent }) => parent));
  const reader = new OutlineReader(draft, page, parents);
  const kept = keptBlocks(raws);
  raws.forEach((raw, index) => {
    if (kept[index]) reader.add(raw, index);
  });
  return reader;
}

class OutlineReader implements OutlineReading {
  readonly blocks: Block[] = [];
  readonly headings: Heading[] = [];
  readonly roots: OutlineBlock[] = [];
  readonly footnotes: Content[] = [];
  text = '';
  private readonly made = new Map<number, Made>();
  private readonly lastChild = new Map<number, Made>();
  private readonly draft: LogseqDraft;
  private readonly page: readonly Property[];
  private readonly parents: ReadonlySet<number>;

  constructor(draft: LogseqDraft, page: readonly Property[], parents: ReadonlySet<number>) {
    this.draft = draft;
    this.page = page;
    this.parents = parents;
  }

  add(raw: RawBlock, index: number): void {
    const { draft } = this;
    const first = draft.links.length;
    const parent = this.made.get(raw.parent);
    draft.heading = this.blocks[parent?.index ?? -1]?.text ?? '';
    const head = readBlockHead(raw, draft);
    draft.queryView = queryView(head.properties);
    draft.query = null;
    const fragment = this.fragmentOf(raw, head, parent?.node.fragment ?? '');
    const nodes = this.readContent(raw, head, fragment);
    if (this.isFootnotes(index, nodes)) {
      this.moveLinks(first, nodes[0]);
      this.footnotes.push(...nodes);
      return;
    }
    const made = this.make(raw, head, nodes, fragment);
    this.made.set(index, made);
    this.lastChild.set(raw.parent, made);
    this.attach(made.node, parent);
    this.keepFacts(raw, head, made, parent?.index ?? -1, first);
  }

  /** Links of a footnote are where the page shows it, in its list of footnotes. */
  private moveLinks(first: number, footnote: Content | undefined): void {
    const { draft } = this;
    if (footnote?.type !== 'footnoteDefinition') return;
    const fragment = `fn-${encodeURI(footnote.identifier)}`;
    for (let index = first; index < draft.links.length; index += 1) {
      const context = draft.links[index]?.context;
      if (context) draft.setContext(index, { ...context, fragment });
    }
  }

  private readContent(raw: RawBlock, head: BlockHead, fragment: string): Content[] {
    const { draft } = this;
    const firstDiagram = draft.diagrams.length;
    const nodes = isAnnotation(head.properties)
      ? annotationNodes(head, this.page, raw, draft)
      : withPlugins(contentNodes(head.segments, draft), raw.lines[0], draft);
    draft.placeDiagrams(firstDiagram, fragment, firstLine(nodes));
    for (const property of propertyNodes(head)) draft.addContexts([property], fragment);
    const { freeText } = draft.addContexts(nodes, fragment);
    this.text += freeText === '' ? '' : `${freeText}\n`;
    return nodes;
  }

  private isFootnotes(index: number, nodes: readonly Content[]): boolean {
    const isLeaf = !this.parents.has(index);
    const isReferenced = (node: Content): boolean =>
      node.type === 'footnoteDefinition' && this.draft.referencedFootnotes.has(node.identifier);
    return isLeaf && nodes.length > 0 && nodes.every(isReferenced);
  }

  /** A numbered block continues the numbers of the sibling above, if that is numbered too. */
  private make(raw: RawBlock, head: BlockHead, nodes: Content[], fragment: string): Made {
    const index = this.blocks.length;
    const last = this.lastChild.get(raw.parent);
    const ordinal = head.numbered ? (last?.node.ordinal ?? 0) + 1 : null;
    return { node: { ...blockNode(head, nodes, index, fragment), ordinal }, index };
  }

  private fragmentOf(raw: RawBlock, head: BlockHead, parent: string): string {
    if (head.id !== '') return this.draft.fragments.unique(head.id);
    return this.draft.fragments.of(contentWords(raw), parent);
  }

  private attach(node: OutlineBlock, parent: Made | undefined): void {
    if (!parent) {
      this.roots.push(node);
      return;
    }
    const last = parent.node.children.at(-1);
    if (last?.type === 'outline') last.children.push(node);
    else {
      const outline: Outline = { type: 'outline', children: [node] };
      parent.node.children.push(outline);
    }
  }

  private keepFacts(
    raw: RawBlock,
    head: BlockHead,
    { node }: Made,
    parent: number,
    first: number,
  ): void {
    const text = firstLine(node.children);
    const { line = 1, column = 1 } = raw.lines[0] ?? {};
    const links = this.draft.links.slice(first).map((_, offset) => first + offset);
    const { id, task, properties } = head;
    const { fragment } = node;
    const card = node.card === true ? { card: true } : {};
    const place = { line, column };
    this.blocks.push({ fragment, id, parent, text, task, ...card, properties, links, ...place });
    if (head.heading && text !== '') {
      this.headings.push({ depth: head.heading, text, fragment, line, column });
    }
  }
}

function blockNode(
  head: BlockHead,
  nodes: Content[],
  block: number,
  fragment: string,
): OutlineBlock {
  const card = isCard(head);
  return {
    ...{ type: 'outlineBlock', block, fragment, ordinal: null, heading: head.heading },
    ...{ task: head.task, background: head.background, properties: head.properties },
    collapsed: head.collapsed || card,
    ...(card && { card }),
    children: [...nodes],
  };
}

/** Which blocks have content, in themselves or in their children: an empty bullet is not shown. */
function keptBlocks(raws: readonly RawBlock[]): boolean[] {
  const kept = raws.map((raw) => !isEmpty(raw));
  for (let index = raws.length - 1; index >= 0; index -= 1) {
    const parent = raws[index]?.parent ?? -1;
    if (kept[index] && parent >= 0) kept[parent] = true;
  }
  return kept;
}

function isEmpty(raw: RawBlock): boolean {
  return raw.lines.every(({ text }) => {
    if (text.trim() === '') return true;
    const property = readPropertyLine(text);
    return (
      property !== null &&
      /^(?:collapsed|heading|logseq\.order-list-type|background-color)$/.test(property.key)
    );
  });
}

function propertyNodes(head: BlockHead): Nodes[] {
  return head.properties
    .filter(({ content }) => content.length > 0)
    .map(({ content }) => ({ type: 'paragraph', children: [...content] }));
}

function queryView(properties: readonly Property[]): LogseqDraft['queryView'] {
  const columns = propertyText(properties, 'query-properties').match(/[^\s:[\],"]+/g) ?? [];
  return {
    table: propertyValue(properties, 'query-table') === true,
    columns,
    sortBy: propertyText(properties, 'query-sort-by'),
    descending: propertyValue(properties, 'query-sort-desc') !== false,
  };
}

const cardTag = /(?:^|[^\w\\])#card(?![\w-])|#?\[\[card\]\]/i;

/** Whether the block is a flashcard: its text has the tag `#card`. */
function isCard(head: BlockHead): boolean {
  return head.segments.some(
    (segment) =>
      segment.kind === 'paragraph' && segment.lines.some(({ text }) => cardTag.test(text)),
  );
}
