/**
 * Parts of MDX. Elements of HTML are shown as in Markdown, by the same rules; of the rest the page shows the
 * children, until Astro runs the code that is noted on them.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Parents } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { escapeHtml } from '../../escape.ts';
import { noteTextsFor } from '../../interface-texts/note-texts.ts';
import type { MdxAttribute, MdxPart } from '../../mdx-part.ts';
import { publicAddress } from '../author/author-elements.ts';
import { authorHtml } from '../author/author-html.ts';
import { schema } from '../author/sanitize-schema.ts';
import '../hast-data.ts';
import type { MdxCode } from '../hast-data.ts';
import { withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { blockParents } from './paragraphs.ts';

export function mdxHandlers(context: RenderContext): Handlers {
  return {
    mdxPart: (state, node: MdxPart, parent: Parents | undefined) => {
      const isBlock = blockParents.has(parent?.type ?? '');
      const shown = partNodes(context, node, childrenOf(state, node), isBlock ? 'p' : 'span');
      // The pieces of an element are no blocks, between which there would be line ends.
      return isBlock && shown.length > 1 ? joinedNodes(shown) : shown;
    },
  };
}

function partNodes(
  context: RenderContext,
  node: MdxPart,
  children: ElementContent[],
  line: 'p' | 'span',
): ElementContent[] {
  if (node.kind !== 'element') {
    return withCode(
      context,
      node,
      children.map((child) => publicText(context, child)),
      'span',
    );
  }
  return node.name === '' ? children : elementPart(context, node, children, line);
}

function joinedNodes(nodes: ElementContent[]): Element {
  const joined = h('div', nodes);
  joined.data = { isJoined: true };
  return joined;
}

/** Blocks have line ends between them, but not between the pieces of HTML that one of them becomes. */
function childrenOf(state: State, node: MdxPart): ElementContent[] {
  if (node.isInline) return state.all(node);
  const lines = node.children.map((child) => [state.one(child, node) ?? []].flat());
  return lines.flatMap((line, index) => {
    return index === 0 ? line : [{ type: 'text' as const, value: '\n' }, ...line];
  });
}

/** Elements that notes may have in Markdown. */
const shownTags = new Set([...(schema.tagNames ?? []), 'iframe']);
const hiddenTags = new Set(schema.strip);
const voidTags = new Set(['br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

function elementPart(
  context: RenderContext,
  node: MdxPart,
  children: ElementContent[],
  line: 'p' | 'span',
): ElementContent[] {
  if (!shownTags.has(node.name)) return withCode(context, node, children, line);
  const literal = node.attributes.filter(({ value }) => value !== null);
  const open = authorHtml(context, openTag(node.name, literal));
  const close = voidTags.has(node.name) ? [] : [authorHtml(context, `</${node.name}>`)];
  const shown = [open, ...children, ...close];
  // `slot` says to a component around it where it belongs.
  const isCode = node.attributes.some(({ name, value }) => value === null || name === 'slot');
  return isCode ? withCode(context, node, shown, line) : shown;
}

/** Names in which JSX differs from HTML. */
const htmlNames: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
]);
const hyphenated =
  /^(?:stroke|fill|font|textAnchor|stop|dominant|clipRule|markerStart|markerMid|markerEnd)/;

function openTag(tag: string, attributes: readonly MdxAttribute[]): string {
  const written = attributes.map(({ name, value }) => {
    const dashed = hyphenated.test(name) ? name.replace(/[A-Z]/g, (sign) => `-${sign}`) : name;
    const html = htmlNames.get(name) ?? dashed.toLowerCase();
    return value === true ? ` ${html}` : ` ${html}="${escapeHtml(value ?? '')}"`;
  });
  return `<${tag}${written.join('')}>`;
}

/** The children in an element that has the code of the part, if it is the page's own. */
function withCode(
  context: RenderContext,
  node: MdxPart,
  children: ElementContent[],
  line: 'p' | 'span',
): ElementContent[] {
  const isOwn = context.prefix === '';
  if (!isOwn && (children.length === 0 || hiddenTags.has(node.name))) return [];
  const element: Element = h(node.isInline ? line : 'div', children);
  if (isOwn) element.data = { mdx: codeOf(context, node) };
  return [element];
}

function codeOf(context: RenderContext, node: MdxPart): MdxCode {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const { kind, name } = node;
  const place = { name, line, column };
  if (kind !== 'element') return { ...place, kind, code: publicCode(context, node.code) };
  if (!shownTags.has(name)) {
    const code = node.attributes.map((attribute) => attributeCode(context, attribute)).join(' ');
    return { ...place, kind: hiddenTags.has(name) ? 'hidden' : 'component', code };
  }
  const added = node.attributes.filter((each) => each.value === null || each.name === 'slot');
  const code = added.map((attribute) => attributeCode(context, attribute)).join(' ');
  return { ...place, kind: 'html', code };
}

/** The text of an expression without the names of private notes. */
function publicText({ rendering, entry }: RenderContext, node: ElementContent): ElementContent {
  if (node.type !== 'text') return node;
  return { ...node, value: withoutPrivateNames(rendering.garden, entry, node.value) };
}

const addresses = new Set(['href', 'poster', 'src', 'srcset']);

/** An attribute as JSX; '' where its address leads to a private note or file. */
function attributeCode(context: RenderContext, { name, value, code }: MdxAttribute): string {
  if (name === '') return `{${publicCode(context, code)}}`;
  if (value === null) return `${name}={${publicCode(context, code)}}`;
  if (value === true) return name;
  const attribute = name.toLowerCase();
  const shown = addresses.has(attribute) ? publicAddress(context, attribute, value) : value;
  if (shown === null) return '';
  const text = withoutPrivateNames(context.rendering.garden, context.entry, shown);
  return `${name}={${JSON.stringify(text)}}`;
}

/** Code without links to private notes, as they are written in its texts. */
function publicCode({ entry }: RenderContext, code: string): string {
  const { links, lang } = entry.note;
  const secrets = links.filter((_, index) => entry.targets[index]?.kind === 'private');
  const placeholder = noteTextsFor(lang).privateName;
  return secrets.reduce((shown, { source }) => shown.replaceAll(source, placeholder), code);
}
