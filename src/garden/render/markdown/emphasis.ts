/** Emphasis whose signs Markdown would not read where they stand: `**“引号”**后`. */
import type { Emphasis, Parents, PhrasingContent, Root, Strong } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { verbatim } from './elements.ts';

/**
 * Puts tags in place of the signs wherever CommonMark's rule of flanking runs, made for languages with
 * spaces, would show them as asterisks: between punctuation and a letter. Changes the tree in place.
 */
export function tagUnreadEmphasis(tree: Root): void {
  visit(tree, ['strong', 'emphasis'], (node, index, parent) => {
    if (node.type !== 'strong' && node.type !== 'emphasis') return;
    if (index === undefined || parent === undefined || isRead(node, index, parent)) return;
    const tag = node.type === 'strong' ? 'strong' : 'em';
    const children = [verbatim(`<${tag}>`), ...node.children, verbatim(`</${tag}>`)];
    parent.children.splice(index, 1, ...children);
  });
}

function isRead(node: Strong | Emphasis, index: number, parent: Parents): boolean {
  const words = plainText(node);
  const before = edge(parent.children[index - 1] as PhrasingContent | undefined, -1);
  const after = edge(parent.children[index + 1] as PhrasingContent | undefined, 0);
  return stands(words.at(0) ?? '', before) && stands(words.at(-1) ?? '', after);
}

/** The character that a neighbour shows at this end; '' where the line ends or signs stand there. */
function edge(node: PhrasingContent | undefined, at: 0 | -1): string {
  return node?.type === 'text' ? (node.value.at(at) ?? '') : '';
}

/** Whether a sign between `inside` and `outside` opens or closes: after punctuation only beside a gap. */
function stands(inside: string, outside: string): boolean {
  if (/^\s?$/u.test(inside)) return false;
  return !/[\p{P}\p{S}]/u.test(inside) || !/[^\s\p{P}\p{S}]/u.test(outside);
}
