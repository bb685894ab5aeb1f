/** The allow-list for HTML that authors write. */
import type { Schema } from 'hast-util-sanitize';
import { drawnAttributes, drawnTags } from './drawn-elements.ts';

const text = ['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'br', 'cite', 'code', 'data', 'del', 'dfn']
  .concat(['em', 'font', 'i', 'ins', 'kbd', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp'])
  .concat(['small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']);
const blocks = ['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'div', 'dl']
  .concat(['dt', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'])
  .concat(['hgroup', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'summary', 'ul']);
const tables = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];
const media = ['audio', 'img', 'meter', 'picture', 'progress', 'source', 'track', 'video'];

/** Prefix of the ids that authors write. */
export const idPrefix = 'html-';

/**
 * Text, blocks, tables, media, drawings and check boxes, without scripts, forms, frames, event handlers or addresses that
 * run code. Ids get a prefix so that they cannot stand in for the site's own.
 */
export const schema: Schema = {
  tagNames: [...text, ...blocks, ...tables, ...media, ...drawnTags, 'input'],
  strip: ['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'xmp'],
  allowComments: true,
  allowDoctypes: false,
  attributes: {
    ...drawnAttributes,
    input: [['type', 'checkbox', 'radio'], 'checked', ['disabled', true]],
    a: ['href', ['rel', 'noopener'], 'dataService', 'dataGhost'],
    audio: ['src', 'controls', 'loop', 'muted', ['preload', 'metadata', 'none']],
    blockquote: ['cite'],
    col: ['span'],
    details: ['open'],
    font: ['color', 'size'],
    img: [
      ...['src', 'srcSet', 'sizes', 'alt', 'width', 'height', 'align'],
      ['loading', 'lazy'],
      ['dataDrawing', 'light'],
    ],
    li: ['value'],
    meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
    ol: ['start', 'reversed', 'type'],
    progress: ['value', 'max'],
    source: ['src', 'srcSet', 'sizes', 'type', 'media'],
    table: ['align', 'border', 'cellPadding', 'cellSpacing', 'width'],
    td: ['colSpan', 'rowSpan', 'align', 'vAlign', 'width', 'headers'],
    th: ['colSpan', 'rowSpan', 'align', 'vAlign', 'width', 'scope', 'headers'],
    time: ['dateTime'],
    track: ['src', 'kind', 'srcLang', 'label'],
    video: ['src', 'controls', 'loop', 'muted', 'width', 'height', 'poster', 'playsInline'].concat([
      'preload',
    ]),
    '*': ['id', 'className', 'dir', 'lang', 'title', 'style', 'align', 'ariaLabel', 'ariaHidden'],
  },
  protocols: { src: ['http', 'https', 'data'], poster: ['http', 'https'], cite: ['http', 'https'] },
  required: { input: { disabled: true } },
  ancestors: {
    li: ['ul', 'ol'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  clobber: ['id', 'name'],
  clobberPrefix: idPrefix,
};

const neverShown = ['applet', 'area', 'base', 'basefont', 'bgsound', 'body', 'button', 'canvas']
  .concat(['datalist', 'dialog', 'dir', 'embed', 'fieldset', 'form', 'frame', 'frameset', 'head'])
  .concat(['html', 'iframe', 'image', 'input', 'label', 'legend', 'link', 'main', 'map', 'marquee'])
  .concat([
    'math',
    'menu',
    'meta',
    'nav',
    'object',
    'optgroup',
    'option',
    'output',
    'param',
    'portal',
  ])
  .concat(['plaintext', 'select', 'slot', 'svg', 'textarea', 'title']);

/** Names that browsers know as elements; any other `<name>` in a note is text. */
export const elementNames: ReadonlySet<string> = new Set([
  ...[...text, ...blocks, ...tables, ...media],
  ...(schema.strip ?? []),
  ...neverShown,
]);
