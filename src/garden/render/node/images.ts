/** Images on other hosts. Local ones are embeds. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Image, ImageReference } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { isMediaAddress } from '../address.ts';
import type { RenderContext } from '../render-context.ts';

export function imageHandlers(_context: RenderContext): Handlers {
  return {
    image: (_state, node: Image) => image(node.url, node.alt, node.title, sizeOf(node)),
    imageReference: (state, node: ImageReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      if (definition === undefined) return defaultHandlers.imageReference(state, node);
      return image(definition.url, node.alt, definition.title);
    },
  };
}

type Words = string | null | undefined;

interface Size {
  readonly width?: number;
  readonly height?: number;
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
  return picture({ src: url, alt, title, width, height, referrerPolicy: 'no-referrer' });
}

/** An `img` that loads lazily and decodes asynchronously. */
export function picture(properties: Record<string, string | number | null | undefined>): Element {
  return h('img', { loading: 'lazy', decoding: 'async', ...properties });
}

/** Obsidian writes an image's size after a bar in its text: `alt|300`, `300x200`. */
function sizeIn(text: string): Size & { alt: string } {
  const size = /^(?:(.*)\|)?\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/s.exec(text);
  if (size === null) return { alt: text };
  const [, alt = '', width, height] = size;
  return { alt, width: Number(width), ...(height ? { height: Number(height) } : {}) };
}
