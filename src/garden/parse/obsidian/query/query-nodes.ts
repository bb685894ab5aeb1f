/** Queries in a note's body: the nodes that show their rows, or a notice where they cannot. */
import type { Code, RootContent } from 'mdast';
import type { Notice, QueryNode } from '../../../body.ts';
import type { Position } from '../../../diagnostic.ts';
import { type ObsidianDraft, positionOf } from '../obsidian-draft.ts';
import { readBase } from './base.ts';
import { readDataview } from './dataview.ts';

const unread = 'This query uses something that only Obsidian can answer.';

/** A ```dataview block as a query, or as a notice. Diagnostic: `unsupported-syntax`. */
export function dataviewNodes(node: Code, draft: ObsidianDraft): RootContent[] {
  const query = readDataview(node.value);
  if (!query) return [notice(node.value, unread, draft, positionOf(node))];
  draft.hasQueries = true;
  return [{ type: 'query', title: '', query, source: node.value }];
}

/**
 * The views of a base, each below a heading when `headings` says so, because `![[x.base#View]]` embeds
 * one of them. Diagnostic: `unsupported-syntax` for what cannot be shown.
 */
export function baseNodes(
  source: string,
  draft: ObsidianDraft,
  position: Position,
  headings: boolean,
): RootContent[] {
  const views = readBase(source);
  if (!views) return [notice(source, 'This base is not valid YAML.', draft, position)];
  return views.flatMap(({ name, query, omitted }) => {
    const nodes: RootContent[] = headings ? [viewHeading(name, draft, position)] : [];
    if (!query) return [...nodes, notice(source, unread, draft, position)];
    draft.hasQueries = true;
    const view: QueryNode = { type: 'query', title: headings ? '' : name, query, source };
    if (omitted.length === 0) return [...nodes, view];
    const message = `Only Obsidian can compute: ${omitted.join(', ')}.`;
    return [...nodes, view, notice(source, message, draft, position)];
  });
}

function notice(source: string, message: string, draft: ObsidianDraft, position: Position): Notice {
  draft.report('unsupported-syntax', position, message, 'The page shows a notice in its place.');
  return { type: 'notice', kind: 'query', message, source };
}

function viewHeading(name: string, draft: ObsidianDraft, position: Position): RootContent {
  const fragment = draft.addHeading(2, name, name, position);
  return {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: name }],
    data: { fragment },
  };
}
