/** A node that cannot be rendered costs its own block: the rest of the page is shown. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Nodes } from 'mdast';
import type { Handler, Handlers } from 'mdast-util-to-hast';
import { failedBlock } from '../../diagnostic.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

const blockTypes = new Set(
  ['blockquote', 'callout', 'canvas', 'canvasCard', 'code', 'embed', 'heading', 'html', 'list']
    .concat(['listItem', 'math', 'media', 'notice', 'outline', 'outlineBlock', 'paragraph'])
    .concat(['query', 'expressionQuery', 'table', 'thematicBreak']),
);

const itemTypes = new Set(['listItem', 'outlineBlock']);

/**
 * The same handlers; where the one of a block throws, its result is a notice. Diagnostic:
 * `failed-note`, at the block.
 */
export function guarded(context: RenderContext, handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([type, handler]) => {
    return [type, blockTypes.has(type) ? guard(context, handler) : handler] as const;
  });
  return Object.fromEntries(entries);
}

function guard(context: RenderContext, handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const { level, numbered, outline, block } = context;
    try {
      return handler(state, node, parent);
    } catch (error) {
      Object.assign(context, { level, numbered, outline, block });
      reportFailure(context, node, error);
      const notice = failureNotice(context);
      return itemTypes.has(node.type) ? h('li', [notice]) : notice;
    }
  };
}

/** Adds a diagnostic that this block could not be rendered. */
export function reportFailure(context: RenderContext, node: Nodes | null, error: unknown): void {
  const { line, column } = node?.position?.start ?? { line: 1, column: 1 };
  const { path } = context.entry.note;
  context.rendering.diagnostics.push(failedBlock(path, { line, column }, error));
}

/** Stands in for a block; it shows nothing of it, since a block that failed may hold private names. */
export function failureNotice(context: RenderContext): Element {
  const { texts } = context.rendering;
  const message: ElementContent = h('p', texts.failedBlock);
  return notSearched(h('div.notice', { dataKind: 'failed-block' }, [message]));
}

/** Stands in for HTML whose elements nest too deep. Diagnostic: `too-large`. */
export function tooDeepNotice(context: RenderContext): Element {
  const { path } = context.entry.note;
  const message = 'This part of the note is not shown: too deep.';
  const hint = 'Divide it into smaller parts.';
  const place = { line: 1, column: 1 };
  context.rendering.diagnostics.push({ code: 'too-large', path, ...place, message, hint });
  return failureNotice(context);
}
