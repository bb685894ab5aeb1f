/** Queries in a note's body: the nodes that show their rows, or a notice where they cannot. */
import type { Code, InlineCode, PhrasingContent, RootContent } from 'mdast';
import type { ExpressionQueryNode, Notice } from '../../../body.ts';
import type { Position } from '../../../diagnostic.ts';
import { type ObsidianDraft, positionOf } from '../obsidian-draft.ts';
import { readBase } from './base.ts';
import { readDataview, readInlineExpression } from './dataview.ts';

/** A ```dataview block as a query, or as a notice. Diagnostic: `unsupported-syntax`. */
export function dataviewNodes(node: Code, draft: ObsidianDraft): RootContent[] {
  const query = readDataview(node.value);
  if ('fault' in query) return [notice(node.value, query.fault, draft, positionOf(node))];
  draft.hasQueries = true;
  const { position } = node;
  const title = '';
  return [
    { type: 'expressionQuery', title, query, source: node.value, ...(position && { position }) },
  ];
}

/**
 * Inline code that is an expression of Dataview, `= this.rating`, or a script of it, `$= …`; null for
 * other code. Diagnostic: `unsupported-syntax`.
 */
export function inlineQuery(node: InlineCode, draft: ObsidianDraft): PhrasingContent | null {
  const [, sign = '', source = ''] = /^(\$?=)\s*(\S[\s\S]*)$/u.exec(node.value) ?? [];
  // `==` and `=>` are code that begins so.
  if (sign === '' || /^[=>]/u.test(source)) return null;
  if (sign === '$=') {
    const message = 'A script of the Dataview plugin runs only in Obsidian.';
    report(message, draft, positionOf(node));
    return { type: 'notice', kind: 'dataviewjs', message, source: node.value };
  }
  const expression = readInlineExpression(source);
  if ('fault' in expression) {
    // Only code that looks like an expression of Dataview is told to be one.
    return /^this\b|^\w+\(|^\[\[/u.test(source)
      ? notice(node.value, expression.fault, draft, positionOf(node))
      : null;
  }
  if (expression.kind === 'field' && expression.name !== 'this') return null;
  if (expression.kind === 'value') return null;
  draft.hasQueries = true;
  return { type: 'expressionValue', expression, source: node.value };
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
  if (!views) {
    const message = 'This base is not valid YAML.';
    report(message, draft, position);
    return [{ type: 'notice', kind: 'query', message, source }];
  }
  return views.flatMap(({ name, query, omitted }) => {
    const nodes: RootContent[] = headings ? [viewHeading(name, draft, position)] : [];
    if (query) {
      draft.hasQueries = true;
      const title = headings ? '' : name;
      nodes.push({ type: 'expressionQuery', title, query, source } satisfies ExpressionQueryNode);
    }
    if (omitted.length > 0) nodes.push(notice(source, omitted.join(', '), draft, position));
    return nodes;
  });
}

function notice(source: string, part: string, draft: ObsidianDraft, position: Position): Notice {
  const message = `Only Obsidian can answer this part of the query: ${part.replaceAll('\n', ' ')}`;
  report(message, draft, position);
  return { type: 'notice', kind: 'query', message, source, part };
}

function report(message: string, draft: ObsidianDraft, position: Position): void {
  draft.report('unsupported-syntax', position, message, 'The page shows a notice in its place.');
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
