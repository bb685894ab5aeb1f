/** Ids of blocks with the author's `^id`, and the references to them. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Data, Nodes } from 'mdast';
import type { Handler, Handlers } from 'mdast-util-to-hast';
import type { RenderContext } from '../render-context.ts';
import { blockReferences } from './block-references.ts';

/** The same handlers; their results have the node's fragment as id. */
export function withFragments(context: RenderContext, handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([type, handler]) => {
    return [type, withFragment(context, handler)] as const;
  });
  return Object.fromEntries(entries);
}

function withFragment(context: RenderContext, handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const result = handler(state, node, parent);
    const fragment = (node.data as Data | undefined)?.fragment;
    if (fragment === undefined || result === undefined) return result;
    const nodes = Array.isArray(result) ? result : [result];
    return [identified(context.prefix + fragment, nodes), ...blockReferences(context, fragment)];
  };
}

function identified(id: string, nodes: ElementContent[]): ElementContent {
  const [only, ...rest] = nodes;
  if (only?.type !== 'element' || rest.length > 0) return h('div', { id }, nodes);
  only.properties['id'] = id;
  return only;
}
