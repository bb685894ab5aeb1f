/** All handlers of node kinds. */
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { htmlHandlers } from '../author/author-html.ts';
import type { RenderContext } from '../render-context.ts';
import { withFragments } from './block-fragments.ts';
import { calloutHandlers } from './callouts.ts';
import { canvasHandlers } from './canvas.ts';
import { citationHandlers } from './citations.ts';
import { codeHandlers } from './code.ts';
import { embedHandlers } from './embeds.ts';
import { expressionHandlers } from './expression-queries.ts';
import { footnoteHandlers } from './footnotes.ts';
import { guarded } from './guard.ts';
import { headingHandlers } from './headings.ts';
import { imageHandlers } from './images.ts';
import { linkHandlers } from './links.ts';
import { listHandlers } from './lists.ts';
import { markHandlers } from './marks.ts';
import { mathHandlers } from './math.ts';
import { mdxHandlers } from './mdx-parts.ts';
import { mediaHandlers } from './media.ts';
import { noticeHandlers } from './notices.ts';
import { outlineHandlers } from './outline.ts';
import { paragraphHandlers } from './paragraphs.ts';
import { pluginHandlers } from './plugin-parts.ts';
import { queryHandlers } from './queries.ts';
import { tableHandlers } from './tables.ts';

/** The handlers that turn each kind of node into HTML in this context. */
export function handlersFor(context: RenderContext): Handlers {
  return guarded(context, {
    ...embedHandlers(context),
    ...citationHandlers(context),
    ...footnoteHandlers(context),
    ...headingHandlers(context),
    ...htmlHandlers(context),
    ...imageHandlers(context),
    ...linkHandlers(context),
    ...listHandlers(context),
    ...markHandlers(context),
    ...outlineHandlers(context),
    ...withFragments(context, {
      list: defaultHandlers.list,
      thematicBreak: defaultHandlers.thematicBreak,
      ...calloutHandlers(context),
      ...canvasHandlers(context),
      ...codeHandlers(context),
      ...mathHandlers(context),
      ...mdxHandlers(context),
      ...mediaHandlers(context),
      ...pluginHandlers(context),
      ...noticeHandlers(context),
      ...paragraphHandlers(context),
      ...queryHandlers(context),
      ...expressionHandlers(context),
      ...tableHandlers(context),
    }),
  });
}
