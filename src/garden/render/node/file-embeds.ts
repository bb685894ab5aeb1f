/** Embedded files: images, video, audio, PDFs. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Embed } from '../../body.ts';
import type { Garden, ServedAsset, Target } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { ownValue } from '../../own-value.ts';
import { addressOf } from '../address.ts';
import { publicAlt, publicWords } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { captionOf } from './captions.ts';
import { isLarge, linkedPicture, ownPicture, picture, type Size } from './images.ts';
import { unresolved } from './links.ts';

const kinds: Readonly<Record<string, RegExp>> = {
  picture: /\.(avif|bmp|gif|jpe?g|png|svg|webp|ico|apng|jfif)$/i,
  film: /\.(mp4|webm|ogv|mov|mkv|m4v)$/i,
  sound: /\.(mp3|wav|ogg|m4a|flac|3gp|opus|aac|oga)$/i,
  pdf: /\.pdf$/i,
};

/** The embedded file in an element for its kind, or a link to download it. */
export function fileEmbed(
  context: RenderContext,
  written: Embed,
  target: Extract<Target, { kind: 'asset' }>,
): Element {
  const { garden, texts } = context.rendering;
  const title = publicWords(context, written.title);
  const node = { ...written, alt: publicAlt(context, written.alt), ...(title && { title }) };
  const served = garden.assets.get(target.path);
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if (served === undefined) return unresolved(context, name, []);
  const href = addressOf(garden, served.permalink);
  const moment = /^t=[\d:.,]+$/.test(target.fragment) ? `${href}#${target.fragment}` : href;
  const kind = Object.keys(kinds).find((candidate) => ownValue(kinds, candidate)?.test(name));
  if (kind === 'picture') {
    const alt =
      node.areaOf === undefined ? node.alt : fillIn(texts.area, { page: node.areaOf || '?' });
    return embeddedPicture(garden, { ...node, alt }, served);
  }
  const label = node.alt || name;
  const fallback = h('a.note-link', { href }, label);
  if (kind === 'film') {
    const { width, height } = sizeOf(node);
    return h('video', { src: moment, controls: true, preload: 'metadata', width, height }, [
      fallback,
    ]);
  }
  if (kind === 'sound') {
    return h('audio', { src: moment, controls: true, preload: 'metadata' }, [fallback]);
  }
  if (kind === 'pdf') return embeddedPdf(node, href, target.fragment, label);
  return h('a.note-link', { href, download: '' }, fillIn(texts.file, { name: label }));
}

function sizeOf(node: Embed): Size {
  return { width: node.width ?? undefined, height: node.height ?? undefined };
}

/**
 * An image in the author's size; else in its own size, which reserves its space on the page. One that may be
 * shown smaller than it is leads to the file itself.
 */
function embeddedPicture(garden: Garden, node: Embed, served: ServedAsset): Element {
  const { path } = served.asset;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { src, ...own } = ownPicture(garden, served, sizeOf(node));
  const alt = node.alt || name.replace(/\.\w+$/, '');
  const image = picture({ src, alt, title: node.title, ...own });
  const hooks = node.options.filter((option) => /^[a-z][\w-]*$/i.test(option));
  if (hooks.length > 0) image.properties['dataOptions'] = hooks.join(' ');
  const shown = linkedPicture(garden, image, served);
  const { text, isSpoken } = captionOf(node.alt, node.title, name);
  const caption = { text: node.areaOf === undefined ? text : '', isSpoken };
  const isSized = node.width !== null || node.height !== null;
  shown.data = { picture: { caption, isLarge: isLarge(served), isSized } };
  return shown;
}

/** The browser's viewer at the given page, with a link as fallback. */
function embeddedPdf(node: Embed, href: string, fragment: string, label: string): Element {
  const wishes = [...node.options, ...fragment.split('&')];
  const page = wishes.map((wish) => /^page=(\d+)$/.exec(wish)?.[1]).find(Boolean);
  const height = wishes.map((wish) => /^height=(\d+)$/.exec(wish)?.[1]).find(Boolean);
  const address = page === undefined ? href : `${href}#page=${page}`;
  const link = h('a.note-link', { href: address }, label);
  return h('figure.document', [
    h('object', {
      data: address,
      type: 'application/pdf',
      ariaLabel: label,
      height: Number(height ?? node.height ?? 600),
    }),
    h('figcaption', [link]),
  ]);
}
