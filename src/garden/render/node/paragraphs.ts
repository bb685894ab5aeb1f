/** Paragraphs. HTML allows no blocks in them: an embed among text splits its paragraph. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Blockquote, Paragraph, Parents } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { RenderContext } from '../render-context.ts';
import { withLanguage } from './passage-language.ts';
import { pictureLines } from './picture-lines.ts';

export function paragraphHandlers(context: RenderContext): Handlers {
  return {
    blockquote: (state, node: Blockquote) =>
      withLanguage(context, [node], () => defaultHandlers.blockquote(state, node)),
    paragraph: (state, node: Paragraph) => {
      const children = state.all(node);
      if (children.some(containsBlock)) return split(children);
      const pictures = pictureLines(context, children);
      if (pictures !== null) return pictures;
      return withLanguage(context, [node], () => h('p', children));
    },
  };
}

/** Nodes that contain blocks. */
export const blockParents: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'callout',
  'outlineBlock',
  'canvasCard',
]);

/** Wraps an inline node in a paragraph where its parent contains blocks. */
export function asBlock(node: ElementContent, parent: Parents | undefined): ElementContent {
  const isAlone = parent !== undefined && blockParents.has(parent.type);
  return isAlone && !containsBlock(node) ? h('p', [node]) : node;
}

const blockTags = new Set(
  ['address', 'article', 'aside', 'blockquote', 'details', 'dialog', 'dd', 'div', 'dl', 'dt']
    .concat(['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'])
    .concat(['h6', 'header', 'hgroup', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section'])
    .concat(['table', 'ul', 'summary', 'center']),
);

/** Whether this node is, or contains, an element that would end a paragraph. */
export function containsBlock(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return blockTags.has(node.tagName) || node.children.some(containsBlock);
}

function split(children: ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const finishRun = () => {
    const last = run.findLastIndex(isVisible);
    if (last >= 0) parts.push(h('p', run.slice(run.findIndex(isVisible), last + 1)));
    run = [];
  };
  for (const child of children) {
    if (!containsBlock(child)) {
      run.push(child);
      continue;
    }
    finishRun();
    parts.push(child);
  }
  finishRun();
  return parts;
}

function isVisible(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return !(node.type === 'element' && node.tagName === 'br');
}
