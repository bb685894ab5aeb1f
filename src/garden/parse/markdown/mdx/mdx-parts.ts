/** Converts the nodes of MDX syntax into the body's `mdxPart` nodes. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Node, Parent } from 'unist';
import type { MdxAttribute, MdxPart } from '../../../mdx-part.ts';
import { visitParents } from '../../../walk.ts';

/** The nodes of remark-mdx, as far as they are read. */
interface Code extends Evaluated {
  type: 'mdxjsEsm' | 'mdxFlowExpression' | 'mdxTextExpression';
  value: string;
  position?: Node['position'];
}
interface Element extends Node {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: readonly Attribute[];
  children: MdxPart['children'];
}
type Attribute =
  | { readonly type: 'mdxJsxExpressionAttribute'; readonly value: string }
  | {
      readonly type: 'mdxJsxAttribute';
      readonly name: string;
      readonly value?: string | null | (Evaluated & { readonly value: string });
    };
/** What acorn made of an expression. */
interface Evaluated {
  readonly data?: { readonly estree?: { readonly body: readonly unknown[] } | null };
}
type Written = Code | Element;

/**
 * Replaces nodes of MDX by parts, and drops comments in braces. A paragraph that only consists of
 * components or block elements is replaced by them, as in MDX; one with block elements is split at them.
 */
export function readMdxParts(root: Parent): void {
  visitParents(root, (parent) => {
    const children = parent.children.flatMap((node) => {
      return node.type === 'paragraph' ? unwrapped(node as Paragraph) : [node];
    });
    parent.children = children.flatMap((node) => {
      if (!isWritten(node)) return [node];
      return isComment(node) ? [] : [partOf(node)];
    });
  });
}

function isWritten(node: Node | Written): node is Written {
  return node.type.startsWith('mdx') && node.type !== 'mdxPart';
}

/** Whether an expression is only a comment, or nothing. */
function isComment(node: Written): boolean {
  return !isElement(node) && node.data?.estree?.body.length === 0;
}

/** Elements that stand in a line of text. */
const inlineNames = new Set(
  ['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'em', 'i', 'img', 'input', 'ins']
    .concat(['kbd', 'label', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub'])
    .concat(['sup', 'time', 'u', 'var', 'wbr']),
);

function unwrapped(paragraph: Paragraph): Node[] {
  const parts = (paragraph.children as RootContent[]).filter(
    (node) => node.type !== 'text' || node.value.trim() !== '',
  );
  const isCode = parts.length > 0 && parts.every((node) => isWritten(node) && !isInline(node));
  if (isCode) return parts;
  return parts.some(isBlock) ? splitAtBlocks(paragraph) : [paragraph];
}

/** Whether a node is an element of HTML that no paragraph may hold, such as `<summary>`. */
function isBlock(node: Node): boolean {
  if (!isWritten(node) || node.type !== 'mdxJsxTextElement') return false;
  return /^[a-z][a-z0-9]*$/u.test(node.name ?? '') && !isInline(node);
}

/** The block elements of a paragraph, and paragraphs of what stands between them. */
function splitAtBlocks(paragraph: Paragraph): Node[] {
  const blocks: Node[] = [];
  let line: PhrasingContent[] = [];
  const finishLine = () => {
    const children = trimmed(line);
    if (children.length > 0) blocks.push({ ...paragraph, children } as Node);
    line = [];
  };
  for (const child of paragraph.children) {
    if (!isBlock(child)) {
      line.push(child);
      continue;
    }
    finishLine();
    blocks.push(child);
  }
  finishLine();
  return blocks;
}

/** Content of a line without the blanks at its ends. */
function trimmed(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.flatMap((node, index): readonly PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const start = index === 0 ? node.value.trimStart() : node.value;
    const value = index === line.length - 1 ? start.trimEnd() : start;
    return value === '' ? [] : [{ ...node, value }];
  });
}

function isInline(node: Written): boolean {
  return node.type === 'mdxJsxTextElement' && inlineNames.has(node.name ?? '');
}

function partOf(node: Written): MdxPart {
  const place = node.position && { position: node.position };
  if (isElement(node)) {
    const { name, children } = node;
    const isInline = node.type === 'mdxJsxTextElement';
    const attributes = node.attributes.map(attributeOf);
    return {
      ...empty,
      kind: 'element',
      name: name ?? '',
      attributes,
      isInline,
      children,
      ...place,
    };
  }
  const { value: code } = node;
  if (node.type === 'mdxjsEsm')
    return { ...empty, kind: 'statements', code, children: [], ...place };
  const text = literalOf(node);
  const children = text === null ? [] : [{ type: 'text' as const, value: text }];
  const isInline = node.type === 'mdxTextExpression' || text !== null;
  return { ...empty, kind: 'expression', code, isInline, children, ...place };
}

const empty = { type: 'mdxPart', name: '', attributes: [], code: '', isInline: false } as const;

function isElement(node: Written): node is Element {
  return 'attributes' in node;
}

function attributeOf(attribute: Attribute): MdxAttribute {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return { name: '', value: null, code: attribute.value };
  }
  const { name, value } = attribute;
  if (value === null || value === undefined) return { name, value: true, code: '' };
  if (typeof value === 'string') return { name, value, code: '' };
  const text = /^\s*["'`]/.test(value.value) ? literalOf(value) : null;
  return text === null ? { name, value: null, code: value.value } : { name, value: text, code: '' };
}

interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** The text of an expression that is only a string or number; null for others. */
function literalOf(node: Evaluated): string | null {
  const [first] = (node.data?.estree?.body ?? []) as readonly {
    readonly expression?: Expression;
  }[];
  const { type, value, quasis = [] } = first?.expression ?? { type: '' };
  if (type === 'Literal' && (typeof value === 'string' || typeof value === 'number')) {
    return String(value);
  }
  return type === 'TemplateLiteral' && quasis.length === 1
    ? (quasis[0]?.value.cooked ?? null)
    : null;
}
