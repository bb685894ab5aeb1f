/** References in the properties of a whole page, by the key of their property. */
import type { Node } from 'unist';
import type { Note } from '../../note.ts';

const known = new WeakMap<Note['properties'], ReadonlyMap<number, string>>();

/** For each link of the note that stands in one of the page's properties: the property's key. */
export function propertyLinks({
  properties,
}: Pick<Note, 'properties'>): ReadonlyMap<number, string> {
  const kept = known.get(properties);
  if (kept !== undefined) return kept;
  const keys = new Map<number, string>();
  for (const { key, content } of properties) for (const node of content) visit(node, key, keys);
  known.set(properties, keys);
  return keys;
}

function visit(node: Node, key: string, keys: Map<number, string>): void {
  if ('link' in node && typeof node.link === 'number') keys.set(node.link, key);
  if ('children' in node) for (const child of node.children as Node[]) visit(child, key, keys);
}
