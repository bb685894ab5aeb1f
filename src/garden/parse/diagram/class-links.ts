import { escapePattern } from '../../escape.ts';
import { nodeText } from './node-text.ts';

/** A node that Obsidian makes a link by `class Node internal-link`. */
export interface ClassLink {
  readonly node: string;
  /** The text of the node: name of the note. */
  readonly text: string;
  /** Index in the source where the statement names the node. */
  readonly offset: number;
}

const statement = /^[ \t]*class[ \t]+([^\n;]+?)[ \t]+internal-link[ \t]*;?[ \t]*$/gmu;
const shorthand =
  /(?<![\p{L}\p{N}_-])([\p{L}\p{N}_][\p{L}\p{N}_-]*)(?:[[({>][^\n]*?[\])}])?:::internal-link\b/gu;

/**
 * Nodes with Obsidian's class `internal-link`, in the order of the statements. A node that has its
 * own `click`, or whose label has references (marked in `marked`), is left out.
 */
export function findClassLinks(source: string, marked: string): ClassLink[] {
  const links: ClassLink[] = [];
  const add = (node: string, offset: number): void => {
    if (node === '' || links.some((link) => link.node === node)) return;
    if (new RegExp(`^[ \\t]*click[ \\t]+${escapePattern(node)}[ \\t]`, 'mu').test(source)) return;
    if (/[\ue000-\uf8ff]/u.test(nodeText(marked, node))) return;
    links.push({ node, text: nodeText(source, node), offset });
  };
  for (const match of source.matchAll(statement)) {
    const list = match[1] ?? '';
    const start = match.index + match[0].indexOf(list, match[0].indexOf('class') + 5);
    for (const name of list.matchAll(/[^,]+/gu)) {
      add(name[0].trim(), start + name.index + (name[0].length - name[0].trimStart().length));
    }
  }
  for (const match of source.matchAll(shorthand)) add(match[1] ?? '', match.index);
  return links.sort((a, b) => a.offset - b.offset);
}
