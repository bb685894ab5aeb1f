/** Finds a heading's section or a block in a body by its fragment. */
import type {
  Data,
  Definition,
  FootnoteDefinition,
  Nodes,
  Parents,
  Root,
  RootContent,
} from 'mdast';

export interface BodyPart {
  readonly kind: 'section' | 'block';
  /** The section with its heading, or the one block. */
  readonly nodes: readonly RootContent[];
}

interface Found {
  readonly node: Nodes;
  readonly siblings: readonly Nodes[];
  readonly index: number;
}

const indexes = new WeakMap<Root, ReadonlyMap<string, Found>>();

/** The part of the body with this fragment; null where there is none. */
export function partOf(body: Root, fragment: string): BodyPart | null {
  const found = indexOf(body).get(fragment);
  if (found === undefined) return null;
  if (found.node.type === 'heading') return { kind: 'section', nodes: sectionFrom(found) };
  return { kind: 'block', nodes: [asRootContent(found)] };
}

/** Definitions anywhere in the body: a part needs them for its references and footnotes. */
export function definitionsOf(body: Root): (Definition | FootnoteDefinition)[] {
  const definitions: (Definition | FootnoteDefinition)[] = [];
  walk(body, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
  });
  return definitions;
}

function indexOf(body: Root): ReadonlyMap<string, Found> {
  const known = indexes.get(body);
  if (known !== undefined) return known;
  const index = new Map<string, Found>();
  walk(body, (node, siblings, at) => {
    const fragment = fragmentOf(node);
    if (fragment && !index.has(fragment)) index.set(fragment, { node, siblings, index: at });
  });
  indexes.set(body, index);
  return index;
}

function fragmentOf(node: Nodes): string | undefined {
  if (node.type === 'outlineBlock') return node.fragment;
  return (node.data as Data | undefined)?.fragment;
}

function walk(
  parent: Parents,
  visit: (node: Nodes, siblings: readonly Nodes[], index: number) => void,
): void {
  for (const [index, node] of parent.children.entries()) {
    visit(node, parent.children, index);
    if ('children' in node) walk(node, visit);
  }
}

/** A heading and what follows it up to the next heading that is not deeper. */
function sectionFrom({ node, siblings, index }: Found): RootContent[] {
  const depth = node.type === 'heading' ? node.depth : 6;
  const rest = siblings.slice(index + 1);
  const end = rest.findIndex((next) => next.type === 'heading' && next.depth <= depth);
  return [node, ...(end < 0 ? rest : rest.slice(0, end))] as RootContent[];
}

/** Wraps list items and outline blocks in a list, since they are shown alone. */
function asRootContent({ node }: Found): RootContent {
  if (node.type === 'listItem') {
    return { type: 'list', ordered: false, spread: node.spread ?? false, children: [node] };
  }
  if (node.type === 'outlineBlock') return { type: 'outline', children: [node] };
  return node as RootContent;
}
