/** A note while it is read: the lists that body nodes point into grow here. */
import type { FootnoteDefinition, Paragraph } from 'mdast';
import type { Node } from 'unist';
import type { Diagnostic, DiagnosticCode, Position } from '../../diagnostic.ts';
import type { Block, Diagram, Heading, Link, LinkContext, Property } from '../../note.ts';
import { Fragments } from '../fragments.ts';
import { headingFragment } from './blocks/headings.ts';
import type { CutSource } from './cut/cut-source.ts';
import { contextOf, ownWords, PlainText, plainText } from './inline/plain-text.ts';

const longestText = 500;

const noContext: LinkContext = { before: '', text: '', after: '', fragment: '' };

/** What stands around the node that is read. */
export interface Place {
  /** Fragment of the block or heading it stands in; '' at the top of the note. */
  readonly fragment: string;
  /** Index of the block it stands in, or -1. */
  readonly block: number;
}

export const top: Place = { fragment: '', block: -1 };

export class Draft {
  readonly path: string;
  readonly source: string;
  readonly links: Link[] = [];
  readonly diagrams: Diagram[] = [];
  readonly headings: Heading[] = [];
  readonly blocks: Block[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Inline fields, which Dataview takes for properties of the note. */
  readonly fields: Property[] = [];
  /** Notes at the foot that were written in the text: `^[…]`. */
  readonly footnotes: FootnoteDefinition[] = [];
  readonly tags = new Map<string, string>();
  readonly fragments = new Fragments();
  readonly texts: string[] = [];
  hasQueries = false;
  private readonly ids = new Set<string>();
  private readonly cut: CutSource;

  constructor(path: string, source: string, cut: CutSource) {
    this.path = path;
    this.source = source;
    this.cut = cut;
  }

  /** Line and column of an index in the file. */
  positionAt(offset: number): Position {
    return this.cut.placeOf(offset);
  }

  /** Adds a reference and gives its index; its context comes when its paragraph has been read. */
  addLink(link: Omit<Link, 'context'>): number {
    return this.links.push({ ...link, context: noContext }) - 1;
  }

  /** Adds a tag of the note, kept as it was first written. */
  addTag(name: string): void {
    const key = name.normalize('NFC').toLowerCase();
    if (!this.tags.has(key)) this.tags.set(key, name);
  }

  /** Adds a block and gives its index. */
  addBlock(block: Block): number {
    return this.blocks.push(block) - 1;
  }

  /** Adds a heading and gives its fragment. */
  addHeading(depth: Heading['depth'], text: string, source: string, place: Position): string {
    const fragment = this.fragments.unique(headingFragment(text));
    this.headings.push({ depth, text, source, fragment, line: place.line, column: place.column });
    return fragment;
  }

  /** Adds a note at the foot and gives its label. */
  addFootnote(line: Paragraph): string {
    const identifier = `inline-${this.footnotes.length + 1}`;
    this.footnotes.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: [line],
    });
    return identifier;
  }

  /** Gives a block the text it has when its content has been read. */
  setBlockText(index: number, nodes: readonly Node[]): void {
    const block = this.blocks[index];
    if (block) this.blocks[index] = { ...block, text: plainText(nodes).slice(0, longestText) };
  }

  /** The fragment of a block id: '' where the id is taken already, which is a diagnostic. */
  claimId(id: string, place: Position): string {
    const key = id.toLowerCase();
    if (this.ids.has(key)) {
      this.report(
        'duplicate-block',
        place,
        `The block id ^${id} stands in this note twice.`,
        'Give one of the blocks another id.',
      );
      return '';
    }
    this.ids.add(key);
    return this.fragments.unique(`^${id}`);
  }

  /** Adds inline fields: to the note, and to the block they stand in. */
  addFields(fields: readonly Property[], { block: index }: Place): void {
    if (fields.length === 0) return;
    this.fields.push(...fields);
    const block = this.blocks[index];
    if (block) this.blocks[index] = { ...block, properties: [...block.properties, ...fields] };
  }

  report(code: DiagnosticCode, place: Position, message: string, hint = ''): void {
    const { line, column } = place;
    this.diagnostics.push({ code, path: this.path, line, column, message, hint });
  }

  /** Takes note of a line of content that has been read: its words, and what is around its links. */
  finishLine(nodes: readonly Node[], place: Place): void {
    this.texts.push(
      ownWords(nodes)
        .replace(/[^\S\n]+/gu, ' ')
        .trim(),
    );
    const plain = new PlainText(nodes);
    for (const span of plain.spans) {
      const link = this.links[span.link];
      if (link) {
        this.links[span.link] = { ...link, context: contextOf(plain.text, span, place.fragment) };
      }
      this.addToBlock(place.block, span.link);
    }
  }

  /** Says where a link stands that is not in a line, and what is around it there. */
  place(
    index: number,
    { fragment, block }: Place,
    words: Omit<LinkContext, 'fragment'> = noContext,
  ): void {
    const link = this.links[index];
    if (link) {
      const { before, text, after } = words;
      const context = { before, text: text || link.label || link.name, after, fragment };
      this.links[index] = { ...link, context };
    }
    this.addToBlock(block, index);
  }

  private addToBlock(index: number, link: number): void {
    const block = this.blocks[index];
    if (block) this.blocks[index] = { ...block, links: [...block.links, link] };
  }
}

/** Line and column of a node; the first of the file when it has no place. */
export function placeOf(node: Node): Position {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** A node exactly as it is written. */
export function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
