/** Films and posts on other hosts: a link, until the reader asks for more. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { Media } from '../../body.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { isExternal } from '../address.ts';
import type { Place } from '../place.ts';
import { standing } from './paragraphs.ts';
import { unsearched } from './unsearched.ts';

export function mediaHandlers(place: Place): Handlers {
  return { media: (_state, node: Media, parent) => standing(mediaLink(place, node), parent) };
}

/** A link to the film's own page; `data-service` tells the browser code what could be loaded. */
export function mediaLink(place: Place, media: Omit<Media, 'type'>): Element {
  const { texts } = place.rendering;
  const host = hostOf(media.url);
  if (!isExternal(media.url) || host === '') return h('span.unresolved', media.title || media.url);
  const facts = { href: media.url, rel: 'noopener', dataService: media.service };
  if (media.title !== '') return h('a.media', facts, media.title);
  const label = fillIn(media.service === 'frame' ? texts.frame : texts.media, { host });
  return unsearched(h('a.media', facts, label));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
