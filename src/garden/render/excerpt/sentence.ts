/** Cuts the sentence around a link out of the nodes of a line. */
import type { Element, ElementContent } from 'hast';
import { flatText, Layout, slice } from './cut.ts';

/** Most characters of a sentence on either side of the link, in UTF-16 code units. */
const maxSide = 240;

/** Cuts sentences out of lines; what it knows of a line serves all links in it. */
export class SentenceCutter {
  readonly #lines = new Map<readonly ElementContent[], Line>();

  /** The nodes that hold the sentence around `link`, which is one of `nodes` or inside of one. */
  around(nodes: readonly ElementContent[], link: Element): readonly ElementContent[] {
    const { layout, offsets } = this.#lineOf(nodes);
    const start = offsets.get(link);
    if (start === undefined) return nodes;
    const { text } = layout;
    const end = start + flatText([link]).length;
    const before = sideBefore(text.slice(0, start));
    const after = sideAfter(text.slice(end));
    return [
      ...(before.isCut ? [{ type: 'text', value: '… ' } as const] : []),
      ...slice(layout, start - before.length, end + after.length),
      ...(after.isCut ? [{ type: 'text', value: ' …' } as const] : []),
    ];
  }

  #lineOf(nodes: readonly ElementContent[]): Line {
    const known = this.#lines.get(nodes);
    if (known !== undefined) return known;
    const offsets = new Map<ElementContent, number>();
    addOffsets(nodes, 0, offsets);
    const line = { layout: new Layout(nodes), offsets };
    this.#lines.set(nodes, line);
    return line;
  }
}

interface Line {
  readonly layout: Layout;
  /** Where the text of each element inside of the line starts. */
  readonly offsets: ReadonlyMap<ElementContent, number>;
}

/** Adds the offsets of nodes that start at `start`. @returns where they end. */
function addOffsets(
  nodes: readonly ElementContent[],
  start: number,
  offsets: Map<ElementContent, number>,
): number {
  let offset = start;
  for (const node of nodes) {
    if (node.type === 'element') {
      offsets.set(node, offset);
      addOffsets(node.children, offset, offsets);
    }
    offset += flatText([node]).length;
  }
  return offset;
}

interface Side {
  readonly length: number;
  readonly isCut: boolean;
}

function sideBefore(text: string): Side {
  const near = text.slice(-maxSide);
  const boundary = /^[\s\S]*(?:[.!?…](?=\s)|[。！？]|\n)\s*/u.exec(near)?.[0];
  if (boundary !== undefined) return { length: near.length - boundary.length, isCut: false };
  const isAll = text.length <= maxSide;
  const part = isAll ? '' : (/^[\p{Script=Latin}\p{N}]*\s*/u.exec(near)?.[0] ?? '');
  return { length: near.length - part.length, isCut: !isAll };
}

function sideAfter(text: string): Side {
  const near = text.slice(0, maxSide);
  const boundary = /^[\s\S]*?(?:[.!?…](?=\s|$)|[。！？]|(?=\n))/u.exec(near)?.[0];
  if (boundary !== undefined) return { length: boundary.length, isCut: false };
  const isAll = text.length <= maxSide;
  const part = isAll ? '' : (/\s*[\p{Script=Latin}\p{N}]*$/u.exec(near)?.[0] ?? '');
  return { length: near.length - part.length, isCut: !isAll };
}
