/** Parts of a finished page as another page shows them: without ids, boxes and controls. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Lines of code that are shown. */
const maxCodeLines = 6;

const droppedTags = new Set(['iframe', 'video', 'audio', 'svg', 'button', 'script', 'style', 'hr']);
const droppedClasses = new Set(
  ['heading-anchor', 'block-references', 'query', 'notice', 'footnotes'].concat(['board']),
);

/** The same nodes for a page other than `page`, which is the address that they come from. */
export function cleaned(nodes: readonly ElementContent[], page: string): ElementContent[] {
  return nodes.flatMap((node) => cleanedNode(node, page));
}

/** The classes of an element. */
export function classesOf({ properties }: Element): readonly (string | number)[] {
  const names = properties['className'];
  return Array.isArray(names) ? names : [];
}

function cleanedNode(node: ElementContent, page: string): ElementContent[] {
  if (node.type === 'text' || node.type === 'raw') return [{ ...node }];
  if (node.type !== 'element' || isDropped(node)) return [];
  const classes = classesOf(node);
  if (classes.includes('embed')) return sourceOf(node);
  if (node.tagName === 'figure') return figure(node, page);
  if (node.tagName === 'pre') return [shortCode(node)];
  const children = cleaned(node.children, page);
  if (/^h[1-6]$/.test(node.tagName)) return [h('p.excerpt-heading', children)];
  if (classes.includes('media')) return [h('a.external', { ...own(node, page) }, children)];
  return [{ type: 'element', tagName: node.tagName, properties: own(node, page), children }];
}

function isDropped(node: Element): boolean {
  const { tagName, properties, children } = node;
  if (droppedTags.has(tagName) || classesOf(node).some((name) => droppedClasses.has(String(name))))
    return true;
  if (properties['dataFootnoteBackref'] !== undefined) return true;
  // The note that it leads to is on another page.
  const [first] = children;
  return tagName === 'sup' && first?.type === 'element' && 'dataFootnoteRef' in first.properties;
}

/** Its properties without those that belong to its own page. */
function own({ properties, tagName }: Element, page: string): Element['properties'] {
  const { id: _id, className, open: _open, ...rest } = properties;
  const { href } = rest;
  const isFragment = tagName === 'a' && typeof href === 'string' && href.startsWith('#');
  const names = Array.isArray(className) ? className.filter((name) => name !== 'media') : [];
  return {
    ...rest,
    ...(isFragment && { href: page + href }),
    ...(names.length > 0 && { className: names }),
  };
}

/** An embedded note is named, not shown. */
function sourceOf(embed: Element): ElementContent[] {
  const source = embed.children.find((child): child is Element => {
    return child.type === 'element' && classesOf(child).includes('embed-source');
  });
  if (source === undefined) return [];
  const { href } = source.properties;
  return [h('a.note-link', { href: typeof href === 'string' ? href : '' }, source.children)];
}

/** Pictures are shown, drawings and boards are not. */
function figure(node: Element, page: string): ElementContent[] {
  const picture = node.children.some((child) => child.type === 'element' && hasPicture(child));
  const isOwn = classesOf(node).includes('picture');
  const shown = node.children.filter((child) => !(isOwn && isCaption(child)));
  return picture ? cleaned(shown, page) : [];
}

function isCaption(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function hasPicture(node: Element): boolean {
  if (node.tagName === 'img') return true;
  return node.children.some((child) => child.type === 'element' && hasPicture(child));
}

/** The first lines of code, without colours. */
function shortCode(node: Element): Element {
  const lines = codeText(node).replace(/\n$/, '').split('\n');
  const isLong = lines.length > maxCodeLines;
  const shown = lines.slice(0, maxCodeLines).join('\n');
  return h('pre', [h('code', isLong ? `${shown}\n…` : shown)]);
}

function codeText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(codeText).join('') : '';
}
