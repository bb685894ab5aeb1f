/** Dataview's inline fields: `key:: value` as a line, `[key:: value]` and `(key:: value)` among words. */
import type { PhrasingContent } from 'mdast';
import type { Draft } from './draft.ts';

/** Reads fields out of inline content into the draft. */
export function takeFields(nodes: PhrasingContent[], _draft: Draft): PhrasingContent[] {
  return nodes;
}
