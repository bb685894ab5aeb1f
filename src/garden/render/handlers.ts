/** All handlers of a place, by kind of node. */
import type { Handlers } from 'mdast-util-to-hast';
import { htmlHandlers } from './author-html.ts';
import { calloutHandlers } from './callouts.ts';
import { codeHandlers } from './code.ts';
import { embedHandlers } from './embeds.ts';
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
import type { Place } from './place.ts';
import { queryHandlers } from './queries.ts';
import { tableHandlers } from './tables.ts';

/** What turns each kind of node of a body into HTML at this place. */
export function handlersFor(place: Place): Handlers {
  return {
    ...calloutHandlers(place),
    ...codeHandlers(place),
    ...embedHandlers(place),
    ...headingHandlers(place),
    ...htmlHandlers(place),
    ...imageHandlers(place),
    ...linkHandlers(place),
    ...listHandlers(place),
    ...markHandlers(place),
    ...mathHandlers(place),
    ...mediaHandlers(place),
    ...noticeHandlers(place),
    ...outlineHandlers(place),
    ...paragraphHandlers(place),
    ...queryHandlers(place),
    ...tableHandlers(place),
  };
}
