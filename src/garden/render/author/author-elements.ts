/** Elements that authors write, adapted to the site: addresses, frames, styles. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ServedAsset } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { noteTextsFor } from '../../interface-texts/note-texts.ts';
import { ownValue } from '../../own-value.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import { referentOf } from '../../resolve/query/referent.ts';
import { sourceSetCandidates } from '../../source-set.ts';
import { addressOf, isExternal, isMediaAddress, noteInProgram, schemeOf } from '../address.ts';
import { hiddenLink, hideNames, hrefOf, linkTo, programLink } from '../node/links.ts';
import { mediaLink } from '../node/media.ts';
import { isHiddenAddress } from '../privacy.ts';
import { linkAt, type RenderContext } from '../render-context.ts';
import { asDrawn, drawnProperties, type Place, placeIn } from './drawn-elements.ts';
import { pictureFacts } from './picture-facts.ts';
import { idPrefix } from './sanitize-schema.ts';
import { safeStyle } from './styles.ts';

/** Filters each element's attributes; frames become links, dead addresses become text. */
export function adaptElements(
  context: RenderContext,
  nodes: ElementContent[],
  place: Place = 'page',
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    const { tagName } = node;
    // The title of a drawing is read out, that of a document is not shown.
    if ((tagName === 'title' && place === 'page') || node.properties['hidden']) return [];
    const children = adaptElements(context, node.children, placeIn(tagName, place));
    const element = { ...node, properties: { ...node.properties }, children };
    if (tagName === 'image') return drawnPicture(context, element);
    if (tagName === 'object' || tagName === 'embed') return attachedFile(context, element);
    return [asDrawn(adapted(context, element), place)];
  });
}

/** A picture in a drawing, where its file is published. */
function drawnPicture(context: RenderContext, element: Element): ElementContent[] {
  const { href, xLinkHref, ...own } = element.properties;
  const local = localAddress(context, text(href ?? xLinkHref));
  return local === null ? [] : [{ ...element, properties: { ...own, href: local } }];
}

function adapted(context: RenderContext, element: Element): Element {
  element.properties = drawnProperties(element.tagName, element.properties, idPrefix);
  const { properties } = element;
  if (element.tagName === 'input') return input(context, element);
  if (properties['style'] !== undefined) {
    properties['style'] = safeStyle(properties['style'], element.tagName);
  }
  if (element.tagName === 'iframe') return frame(context, element);
  if (element.tagName === 'a') return anchor(context, element);
  if (element.tagName === 'h1') return { ...element, tagName: 'h2' };
  return withSources(context, element);
}

/** A check box as the note has it; what is written in another field is text. */
function input(context: RenderContext, element: Element): Element {
  const kind = text(element.properties['type']).toLowerCase();
  if (kind === 'image') return withSources(context, { ...element, tagName: 'img' });
  if (kind === 'checkbox' || kind === 'radio') {
    return { ...element, properties: { ...element.properties, type: kind, disabled: true } };
  }
  const value = kind === 'hidden' || kind === 'password' ? '' : text(element.properties['value']);
  return h('span', value);
}

function frame(context: RenderContext, element: Element): Element {
  const url = text(element.properties['src']);
  if (linkIndex(context, url) >= 0) return fileLink(context, element, url);
  const address = url.startsWith('//') ? `https:${url}` : url;
  const title = text(element.properties['title']);
  return mediaLink(context, { service: serviceOf(address), url: pageOf(address), title });
}

/** A file of the vault that an element shows, as a link to it; of others only what the element holds. */
function attachedFile(context: RenderContext, element: Element): ElementContent[] {
  const url = text(element.properties['data'] ?? element.properties['src']);
  return linkIndex(context, url) < 0 ? element.children : [fileLink(context, element, url)];
}

function fileLink(context: RenderContext, { properties, children }: Element, url: string): Element {
  const name = text(properties['title']) || percentDecoded(url.slice(url.lastIndexOf('/') + 1));
  const isShown = children.some((child) => child.type !== 'text' || child.value.trim() !== '');
  const label: ElementContent[] = isShown ? children : [{ type: 'text', value: name }];
  return linkTo(context, linkIndex(context, url), label);
}

const services: Readonly<Record<string, RegExp>> = {
  youtube: /(^|\.)(youtube|youtube-nocookie)\.com$|^youtu\.be$/,
  vimeo: /(^|\.)vimeo\.com$/,
  bilibili: /(^|\.)bilibili\.com$/,
};

function serviceOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return Object.keys(services).find((name) => ownValue(services, name)?.test(host)) ?? 'frame';
}

/** The page of a video, derived from its player's address where possible. */
function pageOf(url: string): string {
  const youtube = /\/embed\/([\w-]{6,})/.exec(url)?.[1];
  if (youtube !== undefined && serviceOf(url) === 'youtube') {
    return `https://www.youtube.com/watch?v=${youtube}`;
  }
  const bilibili = /[?&]bvid=(BV\w+)/i.exec(url)?.[1];
  if (bilibili !== undefined) return `https://www.bilibili.com/video/${bilibili}/`;
  const vimeo = /player\.vimeo\.com\/video\/(\d+)/.exec(url)?.[1];
  return vimeo === undefined ? url : `https://vimeo.com/${vimeo}`;
}

function anchor(context: RenderContext, element: Element): Element {
  const { properties, children } = element;
  const href = text(properties['href'] ?? properties['xLinkHref']);
  const id = properties['id'] ?? properties['name'];
  if (href === '') return { ...element, tagName: 'span', properties: { ...properties, id } };
  if (href.startsWith('#')) return { ...element, properties: { ...properties, id } };
  if (isHiddenAddress(context, href)) return withOwn(hiddenLink(context, children), { id });
  const named = noteInProgram(href);
  if (named !== '') return programLink(context, named, children);
  if (isExternal(href)) {
    const kept = { ...properties, id, href, rel: ['noopener'], className: ['external'] };
    return { ...element, properties: kept };
  }
  const index = linkIndex(context, href);
  if (index >= 0) return withOwn(linkTo(context, index, children), { ...properties, id });
  if (schemeOf(href) === '') return linkToNote(context, href, children);
  const title = fillIn(context.rendering.texts.notClickable, { name: href });
  return h('span.unresolved', { title }, children);
}

/** The link with the author's title and id, unless it leads to nothing that may be named. */
function withOwn(link: Element, { title, id }: Element['properties']): Element {
  const isShown = link.tagName === 'a' && link.properties['title'] === undefined;
  if (isShown && title !== undefined) link.properties['title'] = title;
  if (id !== undefined) link.properties['id'] = id;
  return link;
}

/** A path to a published note leads there; of any other one nothing is shown: it may name a private note. */
function linkToNote(context: RenderContext, href: string, children: ElementContent[]): Element {
  const { garden } = context.rendering;
  const path = percentDecoded(href).replace(/[?#].*$/s, '');
  const { id } = referentOf(garden, path, context.entry.note);
  // The name of a private note has been replaced, and a note may be called like what stands for it.
  const isHidden = path.includes(noteTextsFor(context.entry.note.lang).privateName);
  const entry = isHidden || id === null ? undefined : garden.notes.get(id);
  if (path === '' || entry === undefined) {
    hideNames(context, children);
    return h('span.unresolved', children);
  }
  return h('a.note-link', { href: addressOf(garden, entry.permalink) }, children);
}

function withSources(context: RenderContext, element: Element): Element {
  const { properties } = element;
  const written = text(properties['src']);
  if (properties['srcSet'] !== undefined) {
    properties['srcSet'] = localSourceSet(context, text(properties['srcSet']));
  }
  for (const name of ['src', 'poster'] as const) {
    const url = text(properties[name]);
    if (url === '' || isMediaAddress(url)) continue;
    const local = localAddress(context, url);
    if (local !== null) properties[name] = local;
    else if (element.tagName === 'img')
      return h('span.unresolved', { title: url }, imageName(element));
    else delete properties[name];
  }
  if (element.tagName === 'img') {
    Object.assign(
      properties,
      pictureFacts(context.rendering.garden, fileAt(context, written), properties),
    );
    properties['loading'] = 'lazy';
    properties['alt'] ??= '';
  }
  if (element.tagName === 'video') properties['controls'] = true;
  return element;
}

/** The published file that an address in HTML names. */
function fileAt(context: RenderContext, address: string): ServedAsset | undefined {
  const { target } = linkAt(context, linkIndex(context, address));
  return target.kind === 'asset' ? context.rendering.garden.assets.get(target.path) : undefined;
}

function imageName(element: Element): string {
  return text(element.properties['alt']) || text(element.properties['src']);
}

/**
 * The value of an attribute with an address as a page may show it: null where it leads to a private note or
 * file, as written where the note has no such reference.
 */
export function publicAddress(
  context: RenderContext,
  name: string,
  written: string,
): string | null {
  if (name === 'srcset') return localSourceSet(context, written);
  const { target } = linkAt(context, linkIndex(context, written.trim()));
  return target.kind === 'private' ? null : (hrefOf(context, target) ?? written);
}

/** Index of the note's link with this address, which the parser found in the HTML; else -1. */
function linkIndex(context: RenderContext, address: string): number {
  return context.entry.note.links.findIndex(
    ({ by, source }) => by === 'path' && source === address,
  );
}

/** Address of the published file that an address in HTML names, or null. */
function localAddress(context: RenderContext, address: string): string | null {
  const { target } = linkAt(context, linkIndex(context, address));
  return target.kind === 'asset' ? hrefOf(context, target) : null;
}

/** The candidates of a `srcset` that are published files or on other hosts. */
function localSourceSet(context: RenderContext, written: string): string {
  const candidates = sourceSetCandidates(written).map(({ address: url, descriptors }) => {
    const address = isMediaAddress(url) ? url : localAddress(context, url);
    return address === null ? '' : [address, ...descriptors].join(' ');
  });
  return candidates.filter((candidate) => candidate !== '').join(', ');
}

function text(value: Element['properties'][string]): string {
  return typeof value === 'string' ? value.trim() : '';
}
