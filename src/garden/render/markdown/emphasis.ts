/** Emphasis whose markers Markdown would not parse in their context: `**“引号”**后`. */
import type { Emphasis, Nodes, Parents, Root, Strong } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { verbatim } from './elements.ts';

/**
 * Replaces the markers by tags wherever CommonMark's flanking rules, made for languages with spaces,
 * would show them as asterisks: between punctuation and a letter. Unwraps emphasis directly inside
 * emphasis of the same kind. Changes the tree in place.
 */
export function tagUnreadEmphasis(tree: Root): void {
  visit(tree, ['strong', 'emphasis'], (node, index, parent) => {
    if (node.type !== 'strong' && node.type !== 'emphasis') return undefined;
    if (index === undefined || parent === undefined) return undefined;
    const isRepeated = parent.type === node.type;
    if (!isRepeated && isRead(node, index, parent)) return undefined;
    const tag = node.type === 'strong' ? 'strong' : 'em';
    const tagged = [verbatim(`<${tag}>`), ...node.children, verbatim(`</${tag}>`)];
    parent.children.splice(index, 1, ...(isRepeated ? node.children : tagged));
    return [SKIP, index];
  });
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
