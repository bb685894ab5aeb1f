/** The blocks above a reference, each in one line that is a link. */
import type { ElementContent, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { h } from 'hastscript';
import { classesOf } from './clean.ts';
import { beginning, flatText, saysSomething } from './cut.ts';

export const maxCrumbLength = 60;

/** What only its words are shown of in a line that is a link itself. */
const unwrapped = new Set(
  (
    'a p label input img br summary dl dt dd table thead tbody tr th td div pre figure figcaption ' +
    'blockquote details ul ol li h1 h2 h3 h4 h5 h6 hr section button'
  ).split(' '),
);

/** A node without links and blocks: a breadcrumb is a link itself. */
export function inCrumb(node: ElementContent): ElementContent[] {
  if (node.type === 'raw')
    return /^<(?:pre|span class="katex-display")/.test(node.value) ? inLine(node) : [node];
  if (node.type !== 'element') return [node];
  if (classesOf(node).includes('diagram')) return [];
  const children = node.children.flatMap(inCrumb);
  const isBlock = unwrapped.has(node.tagName) || classesOf(node).includes('katex-display');
  return isBlock ? children : [{ ...node, children }];
}

/** Coloured code or a displayed formula, which are HTML already: the first line of one, the other in a line. */
function inLine(node: ElementContent): ElementContent[] {
  const { children } = raw({ type: 'root', children: [node] }) as Root;
  const [shown] = children as ElementContent[];
  if (shown?.type !== 'element') return [];
  if (shown.tagName !== 'pre') return inCrumb(shown);
  const [first = ''] = flatText([shown]).trim().split('\n', 1);
  return [h('code', [...beginning([{ type: 'text', value: first }], maxCrumbLength)])];
}

/** The inline nodes of the first paragraph or heading, up to its first line break. */
export function firstLine(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const first = nodes.find((node) => saysSomething(flatText([node])));
  if (first?.type !== 'element') return nodes;
  const line = /^(?:p|h[1-6])$/.test(first.tagName) ? first.children : nodes;
  const end = line.findIndex((node) => node.type === 'element' && node.tagName === 'br');
  return end < 0 ? line : line.slice(0, end);
}
