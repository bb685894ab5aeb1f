/** HTML nodes as text. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** The HTML of nodes, those of authors' HTML included. */
export function serialise(nodes: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true });
}
