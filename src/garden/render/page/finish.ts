/** The last pass over a page's nodes: rules that hold for the page as a whole. */
import type { Element, ElementContent } from 'hast';
import { percentDecoded } from '../../percent-decoding.ts';
import { containsBlock } from '../node/paragraphs.ts';

/** Prefix of ids in authors' HTML; see `clobberPrefix` in the allow-list. */
const authorPrefix = 'html-';

/**
 * Makes ids unique, unwraps links inside links, turns paragraphs that contain blocks into `div`s, and
 * turns links to fragments that the page does not have into text. The places in the source are dropped: who
 * copies the nodes would copy them, too. Changes the nodes in place.
 */
export function finish(nodes: ElementContent[]): void {
  const ids = new Set<string>();
  const inPage: Element[] = [];
  for (const node of nodes) finishNode(node, false, ids, inPage);
  for (const link of inPage) resolveFragment(link, ids);
}

function finishNode(
  node: ElementContent,
  inLink: boolean,
  ids: Set<string>,
  inPage: Element[],
): void {
  if ('position' in node) node.position = undefined;
  if (node.type !== 'element') return;
  const { properties } = node;
  if (properties['id'] !== undefined) claimId(node, ids);
  if (node.tagName === 'p' && node.children.some(containsBlock)) node.tagName = 'div';
  if (node.tagName === 'a' && inLink) {
    node.tagName = 'span';
    for (const name of ['href', 'rel', 'download', 'target'] as const) delete properties[name];
  }
  if (node.tagName === 'a' && isFragment(properties['href'])) inPage.push(node);
  const within = inLink || node.tagName === 'a';
  for (const child of node.children) finishNode(child, within, ids, inPage);
}

function claimId(node: Element, ids: Set<string>): void {
  const id = String(node.properties['id']);
  if (id === '' || ids.has(id)) delete node.properties['id'];
  else ids.add(id);
}

function isFragment(href: unknown): boolean {
  return typeof href === 'string' && href.startsWith('#');
}

function resolveFragment(link: Element, ids: ReadonlySet<string>): void {
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
