/** Cuts nodes at places in their text, such as the sentence around a link. */
import type { Element, ElementContent } from 'hast';

/** Most characters of a sentence on either side of the link, in UTF-16 code units. */
const maxSide = 240;

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

/** The nodes that hold the sentence around `link`, which is one of them or inside of one. */
export function sentenceAround(
  nodes: readonly ElementContent[],
  link: Element,
): readonly ElementContent[] {
  const start = offsetOf(nodes, link);
  if (start === null) return nodes;
  const text = flatText(nodes);
  const end = start + textOfNode(link).length;
  const before = sideBefore(text.slice(0, start));
  const after = sideAfter(text.slice(end));
  const cut = sliced(nodes, start - before.length, end + after.length, { at: 0 });
  return [
    ...(before.isCut ? [{ type: 'text', value: '… ' } as const] : []),
    ...cut,
    ...(after.isCut ? [{ type: 'text', value: ' …' } as const] : []),
  ];
}

/** The first `length` characters of the nodes, with '…' where that is not all. */
export function beginning(
  nodes: readonly ElementContent[],
  length: number,
): readonly ElementContent[] {
  if (flatText(nodes).length <= length) return nodes;
  return [...sliced(nodes, 0, length, { at: 0 }), { type: 'text', value: '…' }];
}

interface Side {
  readonly length: number;
  readonly isCut: boolean;
}

function sideBefore(text: string): Side {
  const near = text.slice(-maxSide);
  const boundary = /^[\s\S]*(?:[.!?…](?=\s)|[。！？]|\n)\s*/u.exec(near)?.[0];
  if (boundary !== undefined) return { length: near.length - boundary.length, isCut: false };
  const part = near === text ? '' : (/^[\p{Script=Latin}\p{N}]*\s*/u.exec(near)?.[0] ?? '');
  return { length: near.length - part.length, isCut: near !== text };
}

function sideAfter(text: string): Side {
  const near = text.slice(0, maxSide);
  const boundary = /^[\s\S]*?(?:[.!?…](?=\s|$)|[。！？]|(?=\n))/u.exec(near)?.[0];
  if (boundary !== undefined) return { length: boundary.length, isCut: false };
  const part = near === text ? '' : (/\s*[\p{Script=Latin}\p{N}]*$/u.exec(near)?.[0] ?? '');
  return { length: near.length - part.length, isCut: near !== text };
}

/** Offset of an element in the text of nodes; null where it is not among them. */
function offsetOf(nodes: readonly ElementContent[], sought: Element): number | null {
  let offset = 0;
  for (const node of nodes) {
    if (node === sought) return offset;
    const inside = node.type === 'element' ? offsetOf(node.children, sought) : null;
    if (inside !== null) return offset + inside;
    offset += textOfNode(node).length;
  }
  return null;
}

function sliced(
  nodes: readonly ElementContent[],
  from: number,
  to: number,
  place: { at: number },
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const start = place.at;
    const end = start + textOfNode(node).length;
    if (node.type === 'text') {
      place.at = end;
      const value = node.value.slice(Math.max(0, from - start), Math.max(0, to - start));
      return value === '' ? [] : [{ type: 'text', value }];
    }
    const isWhole = start >= from && end <= to;
    const isOutside = end <= from || start >= to;
    if (node.type !== 'element' || isWhole || isOutside || node.tagName === 'img') {
      place.at = end;
      return isOutside ? [] : [node];
    }
    return [{ ...node, children: sliced(node.children, from, to, place) }];
  });
}
