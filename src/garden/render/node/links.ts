/** Links, tags and references to blocks. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { LinkReference, Link as MarkdownLink } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { BlockReference, NoteLink, TagNode } from '../../body.ts';
import type { Target } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Link } from '../../note.ts';
import { addressOf, isExternal } from '../address.ts';
import { linkAt, type Place } from '../place.ts';
import { hasOwnLabel, publicFragment, withoutPrivateNames } from '../privacy.ts';
import { firstLineOf } from './first-line.ts';
import { notSearched } from './not-searched.ts';

/** Handlers of links, tags and references to blocks. */
export function linkHandlers(place: Place): Handlers {
  return {
    noteLink: (state, node: NoteLink) => {
      const element = linkTo(place, node.link, state.all(node));
      if (node.title !== undefined) element.properties['title'] = node.title;
      return element;
    },
    tag: (_state, node: TagNode) => tagLink(place, node),
    blockReference: (state, node: BlockReference) => blockReference(place, node, state.all(node)),
    link: (state, node: MarkdownLink) => markdownLink(place, node.url, node.title, state.all(node)),
    linkReference: (state, node: LinkReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      if (definition === undefined) return defaultHandlers.linkReference(state, node);
      return markdownLink(place, definition.url, definition.title, state.all(node));
    },
  };
}

/** Address of a target, or null where it has none. */
export function hrefOf(place: Place, target: Target): string | null {
  const { garden } = place.rendering;
  if (target.kind === 'note') {
    const entry = garden.notes.get(target.id);
    if (entry === undefined) return null;
    const fragment = target.fragment === '' ? '' : publicFragment(entry, target.fragment);
    return addressOf(garden, entry.permalink, fragment);
  }
  if (target.kind === 'asset') {
    const served = garden.assets.get(target.path);
    if (served === undefined) return null;
    // Viewers read `page=3` and `t=10` as written, so '=' and ',' are not encoded.
    const fragment = target.fragment === '' ? '' : `#${encodeURI(target.fragment.toWellFormed())}`;
    return addressOf(garden, served.permalink) + fragment;
  }
  if (target.kind === 'ghost') return permalinkOf(place, garden.ghosts.get(target.id));
  if (target.kind === 'tag') return permalinkOf(place, garden.tags.get(target.tag));
  return null;
}

function permalinkOf(place: Place, page: { permalink: string } | undefined): string | null {
  return page === undefined ? null : addressOf(place.rendering.garden, page.permalink);
}

/** Link number `index` of the note with this label; not an anchor where the target has no address. */
export function linkTo(place: Place, index: number, label: ElementContent[]): Element {
  const { link, target } = linkAt(place, index);
  if (target.kind === 'private') return privateLink(place, link, label);
  const href = hrefOf(place, target);
  if (href === null) return unresolved(place, link?.name ?? '', label);
  if (link !== null && link.label === '') hideNames(place, label);
  if (target.kind === 'ghost') {
    const title = fillIn(place.rendering.texts.ghost, { name: link?.name ?? '' });
    return h('a.note-link', { href, dataGhost: '', title }, label);
  }
  return h('a.note-link', { href }, label);
}

/** Redacts a default label, which repeats a heading that may contain a private name. */
function hideNames(place: Place, label: readonly ElementContent[]): void {
  for (const node of label) {
    if (node.type === 'text') {
      node.value = withoutPrivateNames(place.rendering.garden, place.entry, node.value);
    }
  }
}

/** The text of a link without a target. */
export function unresolved(place: Place, name: string, label: ElementContent[]): Element {
  const { texts } = place.rendering;
  const isFile = /\.(?!md$)[a-z0-9]{2,5}$/i.test(name);
  const title =
    name === ''
      ? texts.missingBlock
      : fillIn(isFile ? texts.missingFile : texts.unresolved, { name });
  if (label.length > 0) return h('span.unresolved', { title }, label);
  if (name !== '') return h('span.unresolved', { title }, name);
  return notSearched(h('span.unresolved', { title }, texts.missingBlock));
}

/** The author's label if there is one; the name of a private note is never shown. */
function privateLink(place: Place, link: Link | null, label: ElementContent[]): Element {
  const { texts } = place.rendering;
  const title = texts.private;
  if (link !== null && hasOwnLabel(link) && label.length > 0) {
    return h('span.private-link', { title }, label);
  }
  const placeholder = h('span.private-link', { title }, texts.privateName);
  placeholder.data = { placeholder: true };
  return placeholder;
}

function tagLink(place: Place, node: TagNode): Element {
  const { link, target } = linkAt(place, node.link);
  const href = hrefOf(place, target);
  // Every tag has a page, except those that name a private one.
  if (href === null) return privateLink(place, link, []);
  return h('a.tag', { href }, `#${node.name}`);
}

function blockReference(place: Place, node: BlockReference, label: ElementContent[]): Element {
  const { link, target } = linkAt(place, node.link);
  if (target.kind !== 'note') return linkTo(place, node.link, label);
  const text = label.length > 0 ? label : firstLineOf(place, target.id, target.fragment);
  const shown = text.length > 0 ? text : [{ type: 'text' as const, value: link?.name || '…' }];
  const href = hrefOf(place, target);
  return href === null
    ? unresolved(place, link?.name ?? '', shown)
    : h('a.note-link.block-reference', { href }, shown);
}

function markdownLink(
  place: Place,
  url: string,
  title: string | null | undefined,
  label: ElementContent[],
): Element {
  if (url.startsWith('#')) return h('a', { href: url, title }, label);
  if (isExternal(url)) return h('a.external', { href: url.trim(), rel: 'noopener', title }, label);
  const text = place.rendering.texts.notClickable;
  const shown = label.length > 0 ? label : url;
  return h('span.unresolved', { title: fillIn(text, { name: url }) }, shown);
}
