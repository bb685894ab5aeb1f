/** The last walk over a page's nodes: what must hold for the page as a whole, whatever its parts. */
import type { Element, ElementContent } from 'hast';
import { percentDecoded } from '../../percent-decoding.ts';
import { holdsBlock } from '../node/paragraphs.ts';

/** Ids that authors' HTML may have; see `clobberPrefix` in the allow-list. */
const authorPrefix = 'html-';

/**
 * Makes ids unique, keeps links out of links and blocks out of paragraphs, and turns links to places
 * that the page does not have into text. Changes the nodes in place.
 */
export function finish(nodes: ElementContent[]): void {
  const ids = new Set<string>();
  const inPage: Element[] = [];
  for (const node of nodes) finishNode(node, false, ids, inPage);
  for (const link of inPage) settleFragment(link, ids);
}

function finishNode(
  node: ElementContent,
  inLink: boolean,
  ids: Set<string>,
  inPage: Element[],
): void {
  if (node.type !== 'element') return;
  const { properties } = node;
  if (properties['id'] !== undefined) takeId(node, ids);
  if (node.tagName === 'p' && node.children.some(holdsBlock)) node.tagName = 'div';
  if (node.tagName === 'a' && inLink) {
    node.tagName = 'span';
    for (const name of ['href', 'rel', 'download', 'target']) delete properties[name];
  }
  if (node.tagName === 'a' && isFragment(properties['href'])) inPage.push(node);
  const within = inLink || node.tagName === 'a';
  for (const child of node.children) finishNode(child, within, ids, inPage);
}

function takeId(node: Element, ids: Set<string>): void {
  const id = String(node.properties['id']);
  if (id === '' || ids.has(id)) delete node.properties['id'];
  else ids.add(id);
}

function isFragment(href: unknown): boolean {
  return typeof href === 'string' && href.startsWith('#');
}

function settleFragment(link: Element, ids: ReadonlySet<string>): void {
  const written = String(link.properties['href']).slice(1);
  const fragment = percentDecoded(written);
  if (fragment === '' || ids.has(fragment) || ids.has(written)) return;
  if (ids.has(authorPrefix + fragment)) {
    link.properties['href'] = `#${encodeURIComponent(authorPrefix + fragment)}`;
    return;
  }
  link.tagName = 'span';
  link.properties = { className: ['unresolved'], title: `#${fragment}` };
}
