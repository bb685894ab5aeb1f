/** What stands above `<!--more-->`, by which Jekyll, Hexo, Hugo and WordPress end a post's summary. */
import type { Root, RootContent } from 'mdast';

/** The blocks above the mark, which may also end a paragraph; null where there is none, or nothing above. */
export function partAboveMore(body: Root): Root | null {
  const above: RootContent[] = [];
  for (const node of body.children) {
    if (isMore(node)) return above.length === 0 ? null : { type: 'root', children: above };
    const cut = node.type === 'paragraph' ? node.children.findIndex(isMore) : -1;
    if (node.type === 'paragraph' && cut >= 0) {
      const line = { ...node, children: node.children.slice(0, cut) };
      return { type: 'root', children: [...above, line] };
    }
    above.push(node);
  }
  return null;
}

function isMore(node: RootContent): boolean {
  return node.type === 'html' && /^\s*<!--\s*more\b[^>]*-->\s*$/iu.test(node.value);
}
