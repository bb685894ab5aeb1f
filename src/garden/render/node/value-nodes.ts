/** Values of expressions as HTML: links to what is published, dates, check boxes, pictures, text. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Expression } from '../../expression.ts';
import { propertyKey } from '../../resolve/expression/files.ts';
import type { Surroundings } from '../../resolve/expression/surroundings.ts';
import {
  type FileValue,
  isList,
  type LinkValue,
  textOf,
  type Value,
} from '../../resolve/expression/value.ts';
import { tagKey } from '../../tag-key.ts';
import { addressOf, isExternal, isMediaAddress, noteInProgram } from '../address.ts';
import { isHiddenAddress, publicText } from '../privacy.ts';
import { contextFor, type RenderContext } from '../render-context.ts';
import { propertyValue } from './block-properties.ts';
import { ownPicture, picture } from './images.ts';
import { hiddenLink, hrefOf, programLink } from './links.ts';

/** A cell: a property of the row as its note shows it, else the value. */
export function cellNodes(
  context: RenderContext,
  row: FileValue,
  expression: Expression,
  value: Value,
  around: Surroundings,
): ElementContent[] {
  const isText = typeof value === 'string' || isList(value);
  const name = isText ? propertyNamed(expression) : null;
  const entry =
    name === null || row.names?.has(propertyKey(name)) ? undefined : around.entryOf(row);
  const wanted = name === null ? '' : propertyKey(name);
  const found = entry?.note.properties.filter(({ key }) => propertyKey(key) === wanted) ?? [];
  const [property, ...others] = found;
  const hasLinks = property?.content.some(({ type }) => type !== 'text') ?? false;
  if (!entry || !property || others.length > 0 || !hasLinks) {
    return valueNodes(context, value, around);
  }
  const trail = [...context.trail, 'query'];
  return propertyValue(contextFor(context.rendering, entry, { trail, prefix: 'query-' }), property);
}

/** The property that an expression is and nothing else: `x`, `note.x`. */
function propertyNamed(expression: Expression): string | null {
  if (expression.kind === 'field') return expression.name.startsWith('$') ? null : expression.name;
  const isNote =
    expression.kind === 'member' && expression.of.kind === 'field' && expression.of.name === 'note';
  return isNote ? expression.name : null;
}

/** A value as nodes; none where there is nothing to show. */
export function valueNodes(
  context: RenderContext,
  value: Value,
  around: Surroundings,
): ElementContent[] {
  if (value === null || value === '') return [];
  if (typeof value === 'boolean') {
    return [
      h('input', { type: 'checkbox', disabled: true, checked: value, ariaLabel: String(value) }),
    ];
  }
  if (typeof value === 'string') return textNodes(context, publicText(context, value), around);
  if (isList(value)) return listNodes(context, value, around);
  if (typeof value === 'number') return plain(value, around);
  return objectNodes(context, value, around);
}

function plain(value: Value, around: Surroundings): ElementContent[] {
  return [{ type: 'text', value: textOf(value, around.nameOf) }];
}

type ObjectLike = Exclude<Value, null | boolean | number | string | readonly Value[]>;

function objectNodes(
  context: RenderContext,
  value: ObjectLike,
  around: Surroundings,
): ElementContent[] {
  switch (value.type) {
    case 'link':
      return [linkNode(context, value, around)];
    case 'page':
    case 'file':
      // A group of rows has no file, but a key.
      return value.key === ''
        ? valueNodes(context, value.names?.get('key') ?? null, around)
        : [fileLink(context, value.key, '', around)];
    case 'image':
      return pictureOf(context, value.of, around);
    default:
      return plain(value, around);
  }
}

function listNodes(
  context: RenderContext,
  values: readonly Value[],
  around: Surroundings,
): ElementContent[] {
  const shown = values.map((item) => valueNodes(context, item, around));
  return shown
    .filter((nodes) => nodes.length > 0)
    .flatMap((nodes, index): ElementContent[] => {
      return index === 0 ? nodes : [{ type: 'text', value: ', ' }, ...nodes];
    });
}

function linkNode(context: RenderContext, link: LinkValue, around: Surroundings): ElementContent {
  const shown = textOf(link, around.nameOf);
  if (link.key !== '') {
    if (link.embed) {
      const [image] = pictureOf(context, link, around);
      if (image) return image;
    }
    return fileLink(context, link.key, link.display, around, link.subpath);
  }
  if (isHiddenAddress(context, publicText(context, link.name))) {
    return hiddenLink(context, [{ type: 'text', value: publicText(context, shown) }]);
  }
  const named = noteInProgram(link.name);
  if (named !== '') return programLink(context, named, [{ type: 'text', value: shown }]);
  if (!isExternal(link.name)) return { type: 'text', value: shown };
  if (link.embed && isMediaAddress(link.name))
    return picture({ src: link.name, alt: link.display });
  return h('a.external', { href: link.name, rel: ['noopener'] }, shown);
}

function fileLink(
  context: RenderContext,
  key: string,
  display: string,
  around: Surroundings,
  subpath = '',
): Element {
  const { garden } = context.rendering;
  const text = display || around.nameOf({ type: 'file', key }) || key;
  const entry = around.entryOf({ key });
  if (!entry) return h('a.note-link', { href: assetAddress(context, key) }, text);
  const heading = entry.note.headings.find((each) => each.text === subpath);
  const block = entry.note.blocks.find(({ id }) => id !== '' && `^${id}` === subpath);
  const fragment = heading?.fragment ?? block?.fragment ?? '';
  return h('a.note-link', { href: addressOf(garden, entry.permalink, fragment) }, text);
}

function assetAddress(context: RenderContext, key: string): string {
  const path = key.slice('asset:'.length);
  return hrefOf(context, { kind: 'asset', path, fragment: '' }) ?? '';
}

function filePicture(context: RenderContext, key: string): Element {
  const { garden } = context.rendering;
  const served = garden.assets.get(key.slice('asset:'.length));
  const own = served ? ownPicture(garden, served) : { src: assetAddress(context, key) };
  return picture({ ...own, alt: '' });
}

/** The picture that a value names: a file of the garden, or an address; else nothing. */
export function pictureOf(context: RenderContext, value: Value, around: Surroundings): Element[] {
  const one = isList(value) ? (value[0] ?? null) : value;
  if (one === null || typeof one === 'boolean' || typeof one === 'number' || isList(one)) return [];
  if (typeof one === 'object' && one.type === 'image') return pictureOf(context, one.of, around);
  const key =
    typeof one === 'string' ? around.keyOfName(one, around.site.own) : 'key' in one ? one.key : '';
  if (key.startsWith('asset:') && /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i.test(key)) {
    return [filePicture(context, key)];
  }
  const address = typeof one === 'string' ? one : 'name' in one ? one.name : '';
  return /^https?:/i.test(address) ? [picture({ src: address, alt: '' })] : [];
}

const inText =
  /(!?)\[\[([^[\]\n]+)\]\]|(!?)\[([^[\]\n]*)\]\((https?:[^()\s]+)\)|(https?:\/\/[^\s<>"]+)/g;

/** Text with the links, pictures and tags that a formula writes into it. */
function textNodes(context: RenderContext, text: string, around: Surroundings): ElementContent[] {
  const tag = /^#([^\s#]+)$/.exec(text)?.[1];
  if (tag !== undefined) return [tagNode(context, tag)];
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const found of text.matchAll(inText)) {
    if (found.index > end) nodes.push({ type: 'text', value: text.slice(end, found.index) });
    nodes.push(written(context, found, around));
    end = found.index + found[0].length;
  }
  if (end < text.length) nodes.push({ type: 'text', value: text.slice(end) });
  return nodes;
}

function written(
  context: RenderContext,
  found: RegExpMatchArray,
  around: Surroundings,
): ElementContent {
  const [whole, embed = '', name, show = '', label = '', address, bare] = found;
  if (name !== undefined) {
    const link = around.linkFrom(around.site.own, name, embed !== '');
    return link ? linkNode(context, link, around) : { type: 'text', value: '…' };
  }
  if (address !== undefined && show !== '') return picture({ src: address, alt: label });
  const href = address ?? bare ?? '';
  return href === ''
    ? { type: 'text', value: whole }
    : h('a.external', { href, rel: ['noopener'] }, label || href);
}

function tagNode(context: RenderContext, name: string): ElementContent {
  const { garden } = context.rendering;
  const page = garden.tags.get(tagKey(name));
  if (!page) return { type: 'text', value: `#${name}` };
  return h('a.tag', { href: addressOf(garden, page.permalink) }, `#${name}`);
}
