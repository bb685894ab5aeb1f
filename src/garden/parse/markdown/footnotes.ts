/** Footnotes that nothing refers to, which a page's list of footnotes would leave out. */
import type { FootnoteDefinition, Html, Nodes, Root, RootContent } from 'mdast';
import type { Parent } from 'unist';
import { escapeHtml } from '../../escape.ts';
import { visitParents } from '../../walk.ts';

/** Puts each footnote that no reference reaches in place of its definition, after its label. */
export function keepUnreferencedFootnotes(root: Root): void {
  const definitions = new Map<string, FootnoteDefinition>();
  visitParents(root, ({ children }) => {
    for (const node of children as RootContent[]) {
      if (node.type !== 'footnoteDefinition' || definitions.has(keyOf(node.identifier))) continue;
      definitions.set(keyOf(node.identifier), node);
    }
  });
  if (definitions.size === 0) return;
  const reached = new Set<FootnoteDefinition>();
  reach(root, definitions, reached);
  visitParents(root, (parent) => keepIn(parent, reached));
}

/** Adds the definitions that references in a node lead to, also by way of other definitions. */
function reach(
  node: Nodes,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  reached: Set<FootnoteDefinition>,
): void {
  if (node.type === 'footnoteDefinition' && !reached.has(node)) return;
  if (node.type === 'footnoteReference') {
    const definition = definitions.get(keyOf(node.identifier));
    if (!definition || reached.has(definition)) return;
    reached.add(definition);
    reach(definition, definitions, reached);
  }
  if (node.type === 'callout') for (const child of node.title) reach(child, definitions, reached);
  if ('children' in node) for (const child of node.children) reach(child, definitions, reached);
}

function keepIn(parent: Parent, reached: ReadonlySet<FootnoteDefinition>): void {
  const children = parent.children as RootContent[];
  const isKept = (node: RootContent): node is FootnoteDefinition =>
    node.type === 'footnoteDefinition' && !reached.has(node);
  if (!children.some(isKept)) return;
  parent.children = children.flatMap((node) => (isKept(node) ? contentOf(node) : [node]));
}

function contentOf({ label, identifier, children }: FootnoteDefinition): RootContent[] {
  const mark: Html = { type: 'html', value: `<sup>${escapeHtml(label ?? identifier)}</sup>` };
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...children];
  const line: RootContent = {
    ...first,
    children: [mark, { type: 'text', value: ' ' }, ...first.children],
  };
  return [line, ...rest];
}

function keyOf(identifier: string): string {
  return identifier.toUpperCase();
}
