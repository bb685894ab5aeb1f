/** Turns a part of a body into HTML nodes. */
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { fillIn } from '../interface-texts/lookup.ts';
import { withAuthorHtml } from './author/author-html.ts';
import { finishFootnotes, isFootnotes } from './node/footnotes.ts';
import { handlersFor } from './node/handlers.ts';
import type { RenderContext } from './render-context.ts';

/** The HTML nodes of `part`, followed by the list of the footnotes that it refers to. */
export function renderPart(context: RenderContext, part: Root): ElementContent[] {
  const { texts } = context.rendering;
  const tree = toHast(part, {
    handlers: handlersFor(context),
    clobberPrefix: context.prefix,
    footnoteLabel: texts.footnotes,
    footnoteBackLabel: (index) => fillIn(texts.backToReference, { n: index + 1 }),
  });
  const nodes = tree.type === 'root' ? tree.children : [tree];
  const content = nodes.filter((node): node is ElementContent => node.type !== 'doctype');
  // Kept apart, so that an author's unclosed tag cannot swallow the footnotes.
  const own = content.filter((node) => !isFootnotes(node));
  const footnotes = content.filter(isFootnotes).map((list) => finishFootnotes(context, list));
  if (!context.html) return [...own, ...footnotes];
  return [...withAuthorHtml(context, own), ...withAuthorHtml(context, footnotes)];
}
