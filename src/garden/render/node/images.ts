/** Images: those on other hosts, and what all of them have in common. Local ones are embeds. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Image, ImageReference } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { Garden, ServedAsset } from '../../garden.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import { addressOf, isMediaAddress } from '../address.ts';
import { publicAlt, publicWords } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { captionOf } from './captions.ts';

export function imageHandlers(context: RenderContext): Handlers {
  const words = (text: Words) => publicWords(context, text);
  return {
    image: (_state, node: Image) => {
      return image(node.url, publicAlt(context, node.alt), words(node.title), sizeOf(node));
    },
    imageReference: (state, node: ImageReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      if (definition === undefined) return defaultHandlers.imageReference(state, node);
      return image(definition.url, publicAlt(context, node.alt), words(definition.title));
    },
  };
}

type Words = string | null | undefined;

/** Width and height in CSS pixels. */
export interface Size {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The size from the dialect's own syntax. */
function sizeOf(node: Image): Size {
  const { width, height } = node.data?.hProperties ?? {};
  return {
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height } : {}),
  };
}

function image(url: string, text: Words, title: Words, size: Size = {}): Element {
  const { alt, width, height } = { ...sizeIn(text ?? ''), ...size };
  if (!isMediaAddress(url)) return h('span.unresolved', { title: url }, alt || url);
  const shown = picture({ src: url, alt, title, width, height, referrerPolicy: 'no-referrer' });
  const file = percentDecoded(url.replace(/[?#].*$/, '').replace(/^.*\//, ''));
  const isSized = width !== undefined || height !== undefined;
  shown.data = { picture: { caption: captionOf(alt, title, file), isLarge: isSized, isSized } };
  return shown;
}

/** An `img` that loads lazily and decodes asynchronously. */
export function picture(
  properties: Readonly<Record<string, string | number | null | undefined>>,
): Element {
  return h('img', { loading: 'lazy', decoding: 'async', ...properties });
}

interface OwnPicture extends Size {
  readonly src: string;
  readonly dataDrawing?: 'light';
  readonly style?: string;
  readonly srcSet?: string;
  readonly sizes?: string;
}

/** Width of the column of text, which most pictures fill; browsers that know the layout do not ask for it. */
const usualSizes = '(min-width: 43rem) 40rem, 100vw';

/**
 * The address and size of a picture of the garden, and its smaller copies for the browser to choose from.
 * `asked` is the size that the author gives it, which keeps the picture's shape.
 */
export function ownPicture(
  garden: Garden,
  { asset, permalink }: ServedAsset,
  asked: Size = {},
): OwnPicture {
  const { thumbnails = [] } = asset;
  const ground = asset.isLight === true ? { dataDrawing: 'light' as const } : {};
  const address = {
    src: addressOf(garden, permalink),
    ...shownSize(asked, asset),
    ...ground,
    ...tallShape(asked, asset),
  };
  if (thumbnails.length === 0) return address;
  const copies = thumbnails.map((copy) => `${addressOf(garden, copy.permalink)} ${copy.width}w`);
  const usual = asked.width === undefined ? usualSizes : `${asked.width}px`;
  return { ...address, srcSet: copies.join(', '), sizes: `auto, ${usual}` };
}

/** Width for the height of pictures that are higher than a window where they fill the column. */
const tall = 0.75;

/** The shape of a tall picture without an asked size, by which the page keeps it within the window. */
function tallShape(asked: Size, { width = 0, height = 0 }: Size): { readonly style?: string } {
  const ratio = width / height;
  const isAsked = asked.width !== undefined || asked.height !== undefined;
  return isAsked || !(ratio > 0 && ratio < tall) ? {} : { style: `--ratio:${ratio.toFixed(3)}` };
}

function shownSize(asked: Size, own: Size): Size {
  if (asked.width === undefined && asked.height === undefined) {
    return { width: own.width, height: own.height };
  }
  if (own.width === undefined || own.height === undefined) return asked;
  const { width, height } = asked;
  if (width === undefined)
    return { width: Math.round(((height ?? 0) * own.width) / own.height), height };
  return { width, height: height ?? Math.round((width * own.height) / own.width) };
}

/** Pictures up to this many pixels wide and high are shown as they are everywhere. */
const smallSide = 320;

/** The image as a link to its file, where the page may show it smaller than it is; the link opens it enlarged. */
export function linkedPicture(garden: Garden, image: Element, served: ServedAsset): Element {
  if (!isLarge(served)) return image;
  return h('a.picture', { href: addressOf(garden, served.permalink) }, [image]);
}

/** Whether a picture is more than an icon. */
export function isLarge({ asset: { width = 0, height = 0 } }: ServedAsset): boolean {
  return Math.max(width, height) > smallSide;
}

/** Obsidian writes an image's size after a bar in its text: `alt|300`, `300x200`. */
function sizeIn(text: string): Size & { alt: string } {
  const size = /^(?:(.*)\|)?\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/s.exec(text);
  if (size === null) return { alt: text };
  const [, alt = '', width, height] = size;
  return { alt, width: Number(width), ...(height ? { height: Number(height) } : {}) };
}
