/** Videos and posts on other hosts: a link, until the reader loads them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { Media } from '../../body.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { isExternal } from '../address.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';
import { asBlock } from './paragraphs.ts';

export function mediaHandlers(context: RenderContext): Handlers {
  return { media: (_state, node: Media, parent) => asBlock(mediaLink(context, node), parent) };
}

/** A link to the media's own page; `data-service` names the player for the browser script. */
export function mediaLink(context: RenderContext, media: Omit<Media, 'type'>): Element {
  const { texts } = context.rendering;
  const host = hostOf(media.url);
  if (!isExternal(media.url) || host === '') return h('span.unresolved', media.title || media.url);
  const facts = { href: media.url, rel: 'noopener', dataService: media.service };
  if (media.title !== '') return h('a.media', facts, media.title);
  const label = fillIn(media.service === 'frame' ? texts.frame : texts.media, { host });
  return notSearched(h('a.media', facts, label));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
