/**
 * The content of a block as plugins leave it. A Logseq note is never one Markdown tree, so that a
 * plugin gets each block by itself, before the block's words and links are taken.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { Parent } from 'unist';
import { visit } from 'unist-util-visit';
import type { Position } from '../../../diagnostic.ts';
import { transformed } from '../../draft/plugin-nodes.ts';
import type { WikiLink } from '../../markdown/wiki-link/wiki-link.ts';
import type { Content } from '../blocks/content.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { pageLinkNodes } from '../wiki-link/page-link.ts';

/** The nodes of a block that starts at a position, after all plugins. New wiki links become the note's. */
export function withPlugins(
  nodes: Content[],
  start: Position | undefined,
  draft: LogseqDraft,
): Content[] {
  if (!draft.extensions.transforms || nodes.length === 0) return nodes;
  const root = transformed({ type: 'root', children: nodes }, draft);
  takeWikiLinks(root, start ?? { line: 1, column: 1 }, draft);
  return root.children as Content[];
}

/** Links that a plugin wrote as `wikiLink` are read as if the author had written them. */
function takeWikiLinks(root: Root, { line, column }: Position, draft: LogseqDraft): void {
  const positionOf = () => ({ line, column });
  visit(root, 'wikiLink', (node: WikiLink, index, parent: Parent | undefined) => {
    if (parent === undefined || index === undefined) return undefined;
    const [name = '', ...label] = node.value.split('|');
    const context = { text: node.value, draft, positionOf, inside: [] };
    const read = pageLinkNodes(name.trim(), 0, `[[${node.value}]]`, context);
    const children = read.map((made) => labelled(made, label.join('|')));
    parent.children.splice(index, 1, ...(children as RootContent[]));
    return index + children.length;
  });
}

function labelled(node: PhrasingContent, label: string): PhrasingContent {
  if (label === '' || node.type !== 'noteLink') return node;
  return { ...node, children: [{ type: 'text', value: label }] };
}
