/** The text of nodes, and nodes cut at places in it. */
import type { ElementContent } from 'hast';

/** Stands for a formula or picture in the text of nodes. */
const object = '\ufffc';

/** The visible text of nodes; formulas and pictures are one character each. */
export function flatText(nodes: readonly ElementContent[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'raw') return object;
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\n';
  return node.tagName === 'img' ? object : flatText(node.children);
}

/** Whether nodes say anything: words, or a formula or picture. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\ufffc]/u.test(text);
}

/** The first `length` characters of the nodes, with '…' where that is not all. */
export function beginning(
  nodes: readonly ElementContent[],
  length: number,
): readonly ElementContent[] {
  if (flatText(nodes).length <= length) return nodes;
  return [...slice(new Layout(nodes), 0, length), { type: 'text', value: '…' }];
}

/** Nodes with the offsets of their texts, so that a part of many nodes is found without a walk through all. */
export class Layout {
  readonly text: string;
  readonly #nodes: readonly ElementContent[];
  readonly #starts: readonly number[];
  readonly #inner = new Map<ElementContent, Layout>();

  constructor(nodes: readonly ElementContent[]) {
    const starts: number[] = [];
    let text = '';
    for (const node of nodes) {
      starts.push(text.length);
      text += textOfNode(node);
    }
    this.text = text;
    this.#nodes = nodes;
    this.#starts = starts;
  }

  /** The nodes whose text has a character in [from, to), each with where its text starts and ends. */
  *between(from: number, to: number): Generator<readonly [ElementContent, number, number]> {
    for (let index = this.#indexAt(from); index < this.#nodes.length; index += 1) {
      const start = this.#starts[index] ?? 0;
      if (start >= to) return;
      const end = this.#starts[index + 1] ?? this.text.length;
      if (end > from) yield [this.#nodes[index] as ElementContent, start, end];
    }
  }

  /** The layout of a node's children. */
  inside(node: ElementContent & { readonly children: readonly ElementContent[] }): Layout {
    const layout = this.#inner.get(node) ?? new Layout(node.children);
    this.#inner.set(node, layout);
    return layout;
  }

  /** The last node that starts before or at an offset. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** The part of nodes whose text is in [from, to). */
export function slice(layout: Layout, from: number, to: number): ElementContent[] {
  return [...layout.between(from, to)].flatMap(([node, start, end]): ElementContent[] => {
    if (node.type === 'text') {
      return [{ type: 'text', value: node.value.slice(Math.max(0, from - start), to - start) }];
    }
    const isWhole = start >= from && end <= to;
    if (node.type !== 'element' || isWhole || node.tagName === 'img') return [node];
    return [{ ...node, children: slice(layout.inside(node), from - start, to - start) }];
  });
}
