/** Links, tags and references to blocks. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { LinkReference, Link as MarkdownLink } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { BlockReference, NoteLink, TagNode } from '../../body.ts';
import type { Target } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Link } from '../../note.ts';
import { withoutNoteExtension } from '../../resolve/lookup/name-key.ts';
import { referentOf } from '../../resolve/query/referent.ts';
import { addressOf, isExternal, noteInProgram } from '../address.ts';
import { textOf } from '../page/page-text.ts';
import {
  areOwnWords,
  hasOwnLabel,
  isHiddenAddress,
  publicFragment,
  publicWords,
  withoutPrivateNames,
} from '../privacy.ts';
import { linkAt, type RenderContext } from '../render-context.ts';
import { firstLineOf } from './first-line.ts';
import { notSearched } from './not-searched.ts';

/** Handlers of links, tags and references to blocks. */
export function linkHandlers(context: RenderContext): Handlers {
  return {
    noteLink: (state, node: NoteLink) => {
      const element = linkTo(context, node.link, state.all(node));
      // The author's title of a link to a private note may repeat the note's name.
      const isPrivate = linkAt(context, node.link).target.kind === 'private';
      const title = isPrivate ? null : publicWords(context, node.title);
      if (title) element.properties['title'] = title;
      return element;
    },
    tag: (_state, node: TagNode) => tagLink(context, node),
    blockReference: (state, node: BlockReference) => blockReference(context, node, state.all(node)),
    link: (state, node: MarkdownLink) =>
      markdownLink(context, node.url, node.title, state.all(node)),
    linkReference: (state, node: LinkReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      if (definition === undefined) return defaultHandlers.linkReference(state, node);
      return markdownLink(context, definition.url, definition.title, state.all(node));
    },
  };
}

type LockedPlace = NonNullable<Extract<Target, { kind: 'private' }>['locked']>;

/** Address of a target, or null where it has none. */
export function hrefOf(context: RenderContext, target: Target): string | null {
  const { garden } = context.rendering;
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
  if (target.kind === 'unlisted') return addressOf(garden, target.permalink, target.fragment);
  if (target.kind === 'ghost') return permalinkOf(context, garden.ghosts.get(target.id));
  if (target.kind === 'tag') return permalinkOf(context, garden.tags.get(target.tag));
  return null;
}

function permalinkOf(
  context: RenderContext,
  page: { permalink: string } | undefined,
): string | null {
  return page === undefined ? null : addressOf(context.rendering.garden, page.permalink);
}

/** Link number `index` of the note with this label; not an anchor where the target has no address. */
export function linkTo(context: RenderContext, index: number, label: ElementContent[]): Element {
  return marked(context, index, anchorTo(context, index, label));
}

/** Notes on the element which link of the page's own note it shows. */
export function marked(context: RenderContext, index: number, element: Element): Element {
  if (context.prefix !== '') return element;
  element.data = { ...element.data, links: [...(element.data?.links ?? []), index] };
  return element;
}

function anchorTo(context: RenderContext, index: number, label: ElementContent[]): Element {
  const { link, target } = linkAt(context, index);
  if (target.kind === 'private' && target.locked !== undefined) {
    return lockedLink(context, link, label, target.locked);
  }
  if (target.kind === 'private') return privateLink(context, link, label);
  const href = hrefOf(context, target);
  if (href === null) return unresolved(context, link?.name ?? '', label);
  if (link !== null && link.label === '') hideNames(context, label);
  if (target.kind === 'unlisted' && (label.length === 0 || link?.by === 'block')) {
    // The block's own text stays on its page.
    const shown = link?.label || context.rendering.texts.block;
    return h('a.note-link', { href }, shown);
  }
  if (target.kind === 'ghost') {
    const title = fillIn(context.rendering.texts.ghost, { name: link?.name ?? '' });
    return h('a.note-link', { href, dataGhost: '', title }, label);
  }
  return h('a.note-link', { href }, label);
}

/** Redacts a label that may repeat the name of a private note, or a heading with it. */
export function hideNames(context: RenderContext, label: readonly ElementContent[]): void {
  for (const node of label) {
    if (node.type === 'text') {
      node.value = withoutPrivateNames(context.rendering.garden, context.entry, node.value);
    } else if (node.type === 'element') hideNames(context, node.children);
  }
}

/** The text of a link without a target. */
export function unresolved(context: RenderContext, name: string, label: ElementContent[]): Element {
  const { texts } = context.rendering;
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
function privateLink(context: RenderContext, link: Link | null, label: ElementContent[]): Element {
  const { texts } = context.rendering;
  const title = texts.private;
  if (link !== null && hasOwnLabel(link) && label.length > 0) {
    return h('span.private-link', { title }, label);
  }
  return hiddenLink(context, []);
}

/** What was a link to the address of an unpublished note: with words of its own, else none. */
export function hiddenLink(context: RenderContext, label: ElementContent[]): Element {
  const { private: title, privateName } = context.rendering.texts;
  const isOwn = areOwnWords(context, label.map(textOf).join(''));
  if (isOwn) return h('span.private-link', { title }, label);
  const placeholder = h('span.private-link', { title }, privateName);
  placeholder.data = { placeholder: true };
  return placeholder;
}

/** A link to a page behind a password: with the author's label, else the title that its owner chose. */
function lockedLink(
  context: RenderContext,
  link: Link | null,
  label: ElementContent[],
  { permalink, title }: LockedPlace,
): Element {
  const { garden, texts } = context.rendering;
  const place = { href: addressOf(garden, permalink), title: texts.locked, dataLocked: '' };
  if (link !== null && hasOwnLabel(link) && label.length > 0) {
    return h('a.note-link', place, label);
  }
  if (title !== '') return h('a.note-link', place, title);
  const placeholder = h('a.note-link', place, texts.lockedName);
  placeholder.data = { placeholder: true };
  return placeholder;
}

function tagLink(context: RenderContext, node: TagNode): Element {
  const { link, target } = linkAt(context, node.link);
  const href = hrefOf(context, target);
  // No page is made for a tag that only notes in no list have.
  if (target.kind === 'unresolved') return h('span.tag', `#${node.name}`);
  // Every other tag has a page, except those that name a private one.
  if (href === null) return privateLink(context, link, []);
  return marked(context, node.link, h('a.tag', { href }, `#${node.name}`));
}

function blockReference(
  context: RenderContext,
  node: BlockReference,
  label: ElementContent[],
): Element {
  const { link, target } = linkAt(context, node.link);
  if (target.kind !== 'note') return linkTo(context, node.link, label);
  const text = label.length > 0 ? label : firstLineOf(context, target.id, target.fragment);
  const shown = text.length > 0 ? text : [{ type: 'text' as const, value: link?.name || '…' }];
  const href = hrefOf(context, target);
  if (href === null) return unresolved(context, link?.name ?? '', shown);
  return marked(context, node.link, h('a.note-link.block-reference', { href }, shown));
}

function markdownLink(
  context: RenderContext,
  url: string,
  written: string | null | undefined,
  label: ElementContent[],
): Element {
  const title = publicWords(context, written);
  if (isHiddenAddress(context, url)) return hiddenLink(context, label);
  if (url.startsWith('#')) return h('a', { href: url, title }, label);
  const named = noteInProgram(url);
  if (named !== '') return programLink(context, named, label);
  if (isExternal(url)) return h('a.external', { href: url.trim(), rel: 'noopener', title }, label);
  const text = context.rendering.texts.notClickable;
  const shown = label.length > 0 ? label : url;
  return h('span.unresolved', { title: fillIn(text, { name: url }) }, shown);
}

/**
 * A link that opens a note in the author's program leads to its page. Of a note without a page it keeps only
 * words of its own, since its address names what may be private.
 */
export function programLink(
  context: RenderContext,
  name: string,
  label: ElementContent[],
): Element {
  const { garden, texts } = context.rendering;
  const { id } = referentOf(garden, withoutNoteExtension(name), context.entry.note);
  const entry = id === null ? undefined : garden.notes.get(id);
  const words = label.map(textOf).join('');
  const isOwn = noteInProgram(words) === '' && !words.toLowerCase().includes(name.toLowerCase());
  if (entry === undefined) return h('span.unresolved', isOwn ? label : texts.privateName);
  return h(
    'a.note-link',
    { href: addressOf(garden, entry.permalink) },
    isOwn ? label : entry.note.title,
  );
}
