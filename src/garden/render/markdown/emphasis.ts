/** Emphasis whose markers Markdown would not parse in their context: `**“引号”**后`. */
import type { Emphasis, Nodes, Parents, PhrasingContent, Strong } from 'mdast';
import { verbatim } from './elements.ts';

/**
 * Replaces the markers by tags wherever CommonMark's flanking rules, made for languages with spaces,
 * would show them as asterisks: between punctuation and a letter. Unwraps emphasis directly inside
 * emphasis of the same kind. Changes the tree in place.
 */
export function tagUnreadEmphasis(parent: Parents): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (node === undefined || !('children' in node)) continue;
    const read = readNodes(node, index, parent);
    if (read === null) {
      tagUnreadEmphasis(node);
    } else {
      parent.children.splice(index, 1, ...read);
      index -= 1;
    }
  }
}

/** What stands in for a node; null for one that stays. */
function readNodes(node: Parents, index: number, parent: Parents): PhrasingContent[] | null {
  if (node.type !== 'strong' && node.type !== 'emphasis') return null;
  if (parent.type === node.type) return node.children;
  if (isRead(node, index, parent)) return null;
  const tag = node.type === 'strong' ? 'strong' : 'em';
  return [verbatim(`<${tag}>`), ...node.children, verbatim(`</${tag}>`)];
}

function isRead(node: Strong | Emphasis, index: number, parent: Parents): boolean {
  const before = edge(parent.children[index - 1], -1) ?? '';
  const after = edge(parent.children[index + 1], 0) ?? '';
  const first = edge(node.children[0], 0) ?? sign;
  const last = edge(node.children.at(-1), -1) ?? sign;
  return isDelimiter(first, before) && isDelimiter(last, after);
}

/** Represents the punctuation that a link, code and the like begin and end with. */
const sign = '*';

/** The character that a node of text has at this end; null for any other node, and where there is none. */
function edge(node: Nodes | undefined, at: 0 | -1): string | null {
  return node?.type === 'text' ? (node.value.at(at) ?? null) : null;
}

/** Whether a marker between `inside` and `outside` opens or closes: next to punctuation only beside a space. */
function isDelimiter(inside: string, outside: string): boolean {
  if (/\s/u.test(inside)) return false;
  return !/[\p{P}\p{S}]/u.test(inside) || !/[^\s\p{P}\p{S}]/u.test(outside);
}
