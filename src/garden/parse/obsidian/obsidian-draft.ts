/** An Obsidian note while it is read: the shared lists, and its headings, blocks and fields. */
import type { FootnoteDefinition, Paragraph } from 'mdast';
import type { Node } from 'unist';
import type { Position } from '../../diagnostic.ts';
import { type Extensions, noExtensions } from '../../extension.ts';
import type { Block, Heading, Property } from '../../note.ts';
import { plainText } from '../context/plain-text.ts';
import { NoteDraft } from '../draft/note-draft.ts';
import { headingFragment } from './blocks/headings.ts';
import type { VisibleSource } from './source/visible-source.ts';

/** Maximum length of a block's text, in UTF-16 code units. */
const maxTextLength = 500;

/** The block that holds the node at hand. */
export interface Container {
  /** Fragment of the nearest block or heading around; '' at the top of the note. */
  readonly fragment: string;
  /** Index of the block around, or -1. */
  readonly block: number;
}

export const topLevel: Container = { fragment: '', block: -1 };

export class ObsidianDraft extends NoteDraft {
  readonly source: string;
  readonly headings: Heading[] = [];
  readonly blocks: Block[] = [];
  /** Inline fields, which Dataview reads as properties of the note. */
  readonly fields: Property[] = [];
  /** Footnotes that are written in the text: `^[…]`. */
  readonly footnotes: FootnoteDefinition[] = [];
  /** Text of each paragraph, heading and cell in which unlinked names are looked for. */
  readonly texts: string[] = [];
  private readonly ids = new Set<string>();
  private readonly visible: VisibleSource;

  constructor(
    path: string,
    source: string,
    visible: VisibleSource,
    extensions: Extensions = noExtensions,
  ) {
    super({ path, dialect: 'obsidian' }, 'sentence', extensions);
    this.source = source;
    this.visible = visible;
  }

  /** Line and column of an index in the file. */
  positionAt(offset: number): Position {
    return this.visible.positionAt(offset);
  }

  /** Adds a block and returns its index. */
  addBlock(block: Block): number {
    return this.blocks.push(block) - 1;
  }

  /** Adds a heading and returns its fragment. */
  addHeading(depth: Heading['depth'], text: string, source: string, position: Position): string {
    const fragment = this.fragments.unique(headingFragment(text));
    this.headings.push({
      depth,
      text,
      source,
      fragment,
      line: position.line,
      column: position.column,
    });
    return fragment;
  }

  /** Adds an inline footnote and returns its label. */
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

  /** Sets the text of a block whose content has been read; of a code block its code. */
  setBlockText(index: number, nodes: readonly Node[]): void {
    const block = this.blocks[index];
    const [only] = nodes;
    const code = only?.type === 'code' && 'value' in only ? String(only.value) : '';
    const text = (code.replace(/\s+/gu, ' ').trim() || plainText(nodes)).slice(0, maxTextLength);
    if (block) this.blocks[index] = { ...block, text };
  }

  /**
   * Returns the fragment of a block id, or '' where the note has the id already. Diagnostic:
   * `duplicate-block`.
   */
  claimId(id: string, position: Position): string {
    const key = id.toLowerCase();
    if (this.ids.has(key)) {
      this.report(
        'duplicate-block',
        position,
        `The note has the block id ^${id} twice.`,
        'Give one of the blocks another id.',
      );
      return '';
    }
    this.ids.add(key);
    return this.fragments.unique(`^${id}`);
  }

  /** Adds inline fields to the note and to the block that holds them. */
  addFields(fields: readonly Property[], { block: index }: Container): void {
    if (fields.length === 0) return;
    this.fields.push(...fields);
    const block = this.blocks[index];
    if (block) this.blocks[index] = { ...block, properties: [...block.properties, ...fields] };
  }

  /** Takes the words and link contexts of inline content that has been read. */
  finishLine(nodes: readonly Node[], { fragment, block }: Container): void {
    const { freeText, links } = this.addContexts(nodes, fragment);
    this.texts.push(freeText.replace(/[^\S\n]+/gu, ' '));
    this.addLinksToBlock(block, links);
  }

  /** Adds links to the references of a block; -1 is no block. */
  addLinksToBlock(index: number, links: readonly number[]): void {
    const block = this.blocks[index];
    if (block) this.blocks[index] = { ...block, links: [...block.links, ...links] };
  }
}

/** Line and column of a node; the start of the file for a node without position. */
export function positionOf(node: Node): Position {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** A node exactly as it is written. */
export function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
