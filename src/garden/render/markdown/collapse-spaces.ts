/**
 * Collapses white space as a browser does when it shows HTML. The rules are those of rehype-minify-whitespace
 * (MIT), which hast-util-to-mdast would run over a copy of the whole tree, with its tests of element names
 * built again for each node.
 */
import type { Element, ElementContent, Text } from 'hast';

/** What is around nodes: whether white space at their start and at their end is not shown. */
interface Place {
  readonly before: boolean;
  readonly after: boolean;
  readonly whitespace: 'normal' | 'nowrap' | 'pre';
}

/** Elements, of HTML and of MDX. */
type ParentContent = Extract<ElementContent, { children: unknown[] }>;

interface Collapsed {
  readonly children: ElementContent[];
  /** Whether white space right behind the nodes is not shown. */
  readonly endsInSpace: boolean;
}

/** Content that is there by itself: embedded content of HTML, and controls of forms. */
const contents = new Set(
  'audio button canvas embed iframe img input math object picture select svg textarea video'.split(
    ' ',
  ),
);

/** Elements that begin and end lines (HTML, 15.3, non-replaced elements). */
const blocks = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd dialog dir div dl dt figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol ' +
    'optgroup option p plaintext pre section summary table tbody td tfoot th thead tr ul wbr xmp'
  ).split(' '),
);

/** Elements that are not shown (HTML, 15.3.1). */
const hidden = new Set(
  (
    'area base basefont dialog datalist head link meta noembed noframes param rp script source style ' +
    'template track title'
  ).split(' '),
);

/** Elements in which white space stays as it is written. */
const preformatted = new Set('listing plaintext pre script style textarea xmp'.split(' '));

/** The nodes of a page with white space as it is shown; what stays the same is not copied. */
export function collapseSpaces(nodes: readonly ElementContent[]): ElementContent[] {
  return collapse(nodes, { before: true, after: true, whitespace: 'normal' }).children;
}

function collapse(nodes: readonly ElementContent[], place: Place): Collapsed {
  const children: ElementContent[] = [];
  let { before } = place;
  for (const [index, node] of nodes.entries()) {
    if ('children' in node) {
      const inside = collapseParent(node, nodes, index, { ...place, before });
      children.push(inside.parent);
      before = inside.endsInSpace && !(node.type === 'element' && contents.has(node.tagName));
    } else if (node.type === 'text') {
      const text = collapseText(node, nodes, index, { ...place, before });
      if (text === null) continue;
      children.push(text.node);
      before = text.endsInSpace;
    } else {
      children.push(node);
      before = before && node.type === 'comment';
    }
  }
  return { children, endsInSpace: before || place.after };
}

function collapseParent(
  parent: ParentContent,
  nodes: readonly ElementContent[],
  index: number,
  place: Place,
): { readonly parent: ParentContent; readonly endsInSpace: boolean } {
  const isBlock = parent.type === 'element' && blocks.has(parent.tagName);
  const before = isBlock || place.before;
  const after = isBlock || (endsLine(nodes, index + 1) ?? place.after);
  const whitespace =
    parent.type === 'element' ? whitespaceIn(parent, place.whitespace) : place.whitespace;
  const { children, endsInSpace } = collapse(parent.children, { before, after, whitespace });
  const isSame =
    children.length === parent.children.length &&
    children.every((child, at) => child === parent.children[at]);
  return { parent: isSame ? parent : { ...parent, children }, endsInSpace };
}

/** @returns null for text of which nothing is left. */
function collapseText(
  node: Text,
  nodes: readonly ElementContent[],
  index: number,
  { before, after, whitespace }: Place,
): { readonly node: Text; readonly endsInSpace: boolean } | null {
  if (whitespace === 'pre') return { node, endsInSpace: false };
  let value = node.value.replace(/[\t\n\v\f\r]+[\t\n\v\f\r ]*| [\t\n\v\f\r ]+/g, ' ');
  let endsInSpace = false;
  if (whitespace === 'normal') {
    if (before && value.startsWith(' ')) value = value.slice(1);
    if (value.endsWith(' ')) {
      endsInSpace = !(endsLine(nodes, index + 1) ?? after);
      if (!endsInSpace) value = value.slice(0, -1);
    }
    if (value === '') return null;
  }
  return { node: value === node.value ? node : { ...node, value }, endsInSpace };
}

/** Whether the nodes from `start` on begin with the end of the line; null where only what follows them tells. */
function endsLine(nodes: readonly ElementContent[], start: number): boolean | null {
  for (let index = start; index < nodes.length; index += 1) {
    const node = nodes[index];
    const found = node === undefined ? null : beginsWithEnd(node);
    if (found !== null) return found;
  }
  return null;
}

function beginsWithEnd(node: ElementContent): boolean | null {
  if (node.type === 'comment') return null;
  if (node.type === 'text') return /[^ \t\n\f\r]/.test(node.value) ? false : null;
  if (node.type !== 'element' || contents.has(node.tagName)) return false;
  if (blocks.has(node.tagName)) return true;
  if (node.properties['hidden'] || hidden.has(node.tagName)) return null;
  return endsLine(node.children, 0);
}

/** How white space is shown in an element inside of one where it is shown as `outside` says. */
function whitespaceIn(
  { tagName, properties }: Element,
  outside: Place['whitespace'],
): Place['whitespace'] {
  if (tagName === 'nobr') return 'nowrap';
  if (tagName === 'td' || tagName === 'th') return properties['noWrap'] ? 'nowrap' : outside;
  return preformatted.has(tagName) ? 'pre' : outside;
}
