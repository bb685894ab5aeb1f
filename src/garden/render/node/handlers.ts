/** All handlers of a place, by kind of node. */
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { htmlHandlers } from '../author/author-html.ts';
import type { Place } from '../place.ts';
import { withFragments } from './block-fragments.ts';
import { calloutHandlers } from './callouts.ts';
import { canvasHandlers } from './canvas.ts';
import { codeHandlers } from './code.ts';
import { embedHandlers } from './embeds.ts';
import { footnoteHandlers } from './footnotes.ts';
import { headingHandlers } from './headings.ts';
import { imageHandlers } from './images.ts';
import { linkHandlers } from './links.ts';
import { listHandlers } from './lists.ts';
import { markHandlers } from './marks.ts';
import { mathHandlers } from './math.ts';
import { mediaHandlers } from './media.ts';
import { noticeHandlers } from './notices.ts';
import { outlineHandlers } from './outline.ts';
import { paragraphHandlers } from './paragraphs.ts';
import { queryHandlers } from './queries.ts';
import { tableHandlers } from './tables.ts';

/** The handlers that turn each kind of node into HTML in this context. */
export function handlersFor(place: Place): Handlers {
  return {
    ...embedHandlers(place),
    ...footnoteHandlers(place),
    ...headingHandlers(place),
    ...htmlHandlers(place),
    ...imageHandlers(place),
    ...linkHandlers(place),
    ...listHandlers(place),
    ...markHandlers(place),
    ...outlineHandlers(place),
    ...withFragments(place, {
      blockquote: defaultHandlers.blockquote,
      list: defaultHandlers.list,
      ...calloutHandlers(place),
      ...canvasHandlers(place),
      ...codeHandlers(place),
      ...mathHandlers(place),
      ...mediaHandlers(place),
      ...noticeHandlers(place),
      ...paragraphHandlers(place),
      ...queryHandlers(place),
      ...tableHandlers(place),
    }),
  };
}
