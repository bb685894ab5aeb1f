/**
 * HTML that authors write in their Markdown: parsed as browsers do, reduced to an allow-list, and
 * confined to the paragraph or block that contains it, so that an unclosed tag cannot swallow the page.
 */
import type { Comment, ElementContent, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { h } from 'hastscript';
import type { Html } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { failureNotice, reportFailure, tooDeepNotice } from '../node/guard.ts';
import { withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { adaptElements } from './author-elements.ts';
import { drawnRanges, openDrawing } from './drawn-elements.ts';
import { elementNames, schema } from './sanitize-schema.ts';

/** A piece of an author's HTML as written, to be parsed together with its neighbours. */
interface AuthorHtml {
  type: 'authorHtml';
  value: string;
}

declare module 'hast' {
  interface ElementContentMap {
    authorHtml: AuthorHtml;
  }
  interface RootContentMap {
    authorHtml: AuthorHtml;
  }
}

export function htmlHandlers(context: RenderContext): Handlers {
  return {
    html: (_state, node: Html) => {
      const html = authorHtml(context, node.value);
      const fragment = node.data?.fragment;
      return fragment === undefined ? html : [h('span', { id: context.prefix + fragment }), html];
    },
  };
}

/** A piece of an author's HTML, which is parsed when the part of the note is rendered. */
export function authorHtml(context: RenderContext, html: string): AuthorHtml {
  context.html = true;
  // Wiki links in HTML are text, which may name private notes.
  const value = withoutPrivateNames(context.rendering.garden, context.entry, html);
  return { type: 'authorHtml', value };
}

/** The same nodes, with every piece of author's HTML parsed and sanitized. */
export function withAuthorHtml(context: RenderContext, given: ElementContent[]): ElementContent[] {
  const nodes = given.flatMap((node) => {
    if (node.type !== 'element') return [node];
    node.children = withAuthorHtml(context, node.children);
    return node.data?.isJoined ? node.children : [node];
  });
  if (!nodes.some((node) => node.type === 'authorHtml')) return nodes;
  if (isTooDeep(nodes)) return [tooDeepNotice(context)];
  try {
    return parsed(context, nodes);
  } catch (error) {
    reportFailure(context, null, error);
    return [failureNotice(context)];
  }
}

/** Elements inside each other: more than browsers show, and far more than authors write. */
const maxDepth = 200;
/** Elements that hold nothing, or that the next of their kind closes. */
const closesItself = new Set(
  [
    'area',
    'br',
    'col',
    'dd',
    'dt',
    'hr',
    'img',
    'input',
    'li',
    'link',
    'meta',
    'option',
    'p',
  ].concat(['rp', 'rt', 'source', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'track', 'wbr']),
);

/** Whether the tags nest deeper than the parser and browsers read. */
function isTooDeep(nodes: readonly ElementContent[]): boolean {
  let depth = 0;
  const html = nodes.map((node) => (node.type === 'authorHtml' ? node.value : '')).join(' ');
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>?/gi)) {
    if (closesItself.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Parses the pieces of HTML; the nodes between them are replaced by comments meanwhile. */
function parsed(context: RenderContext, nodes: readonly ElementContent[]): ElementContent[] {
  const aside: ElementContent[] = [];
  let drawing = '';
  const children = nodes.map((node): ElementContent => {
    if (node.type === 'authorHtml') {
      const value = onlyElements(node.value, drawing);
      drawing = openDrawing(drawing + value);
      return { type: 'raw', value };
    }
    if (node.type === 'text') return node;
    aside.push(node);
    return { type: 'comment', value: String(aside.length - 1) };
  });
  const tree = raw({ type: 'root', children } satisfies Root);
  if (tree.type !== 'root') return [];
  const adapted = { ...tree, children: adaptElements(context, elementsIn(tree.children)) };
  const clean = sanitize(adapted, schema);
  return clean.type === 'root' ? putBack(elementsIn(clean.children), aside) : [];
}

/**
 * Removes comments, so that all in the tree are ours; unknown tags such as `<T>` become text. `drawing`: the
 * start tag of the drawing that an earlier piece has opened, '' for none.
 */
function onlyElements(html: string, drawing: string): string {
  const shown = withoutComments(html).replace(/<(?!\/?[a-z])/gi, '&lt;');
  const isInRange = drawnRanges(drawing + shown);
  const isDrawn = (index: number) => isInRange(drawing.length + index);
  return shown.replace(
    /<(\/?)([a-z][^\s/>]*)/gi,
    (tag, slash: string, name: string, at: number) => {
      const isElement = elementNames.has(name.toLowerCase()) || isDrawn(at);
      return isElement ? tag : `&lt;${slash}${name}`;
    },
  );
}

function withoutComments(html: string): string {
  let shown = html;
  let start = shown.indexOf('<!');
  while (start >= 0) {
    const isComment = shown.startsWith('<!--', start);
    const end = shown.indexOf(isComment ? '-->' : '>', start);
    const after = end < 0 ? shown.length : end + (isComment ? 3 : 1);
    shown = shown.slice(0, start) + shown.slice(after);
    start = shown.indexOf('<!');
  }
  return shown;
}

function elementsIn(children: Root['children']): ElementContent[] {
  return children.filter((child): child is ElementContent => child.type !== 'doctype');
}

function putBack(nodes: ElementContent[], aside: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'comment') return original(node, aside);
    if (node.type === 'element') return [{ ...node, children: putBack(node.children, aside) }];
    return [node];
  });
}

function original(node: Comment, aside: readonly ElementContent[]): ElementContent[] {
  const kept = aside[Number(node.value)];
  return kept === undefined ? [] : [kept];
}
