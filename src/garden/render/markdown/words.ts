/** Words on a page as Markdown: links, marks, tasks, what stands raised or lowered. */
import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { Highlight } from '../../body.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import '../hast-data.ts';
import { amongWords, childrenOf, hasClass, isOf, text, verbatim, wordsOf } from './elements.ts';

/** Handlers of elements that stand among words. */
export const wordHandlers: Readonly<Record<string, Handle>> = {
  a: link,
  label: (state, node) => (hasClass(node, 'cloze') ? cloze(state, node) : state.all(node)),
  mark: (state, node): Highlight => {
    const children = wordsOf(state, node.children);
    return { type: 'highlight', color: '', children, data: amongWords };
  },
  span: (state, node) => (hasClass(node, 'task') ? task(node) : state.all(node)),
  sup: (state, node) => (holdsReference(node) ? state.all(node) : tagged(state, node)),
  sub: tagged,
  kbd: tagged,
  u: tagged,
  ins: tagged,
};

/** Markdown has no sign for these; every reader of Markdown knows their tags. */
function tagged(state: State, node: Element): PhrasingContent[] {
  const { tagName } = node;
  return [verbatim(`<${tagName}>`), ...wordsOf(state, node.children), verbatim(`</${tagName}>`)];
}

function link(state: State, node: Element): ReturnType<Handle> {
  const { properties } = node;
  if (hasClass(node, 'heading-anchor')) return undefined;
  if (properties['dataFootnoteBackref'] !== undefined) return undefined;
  if (properties['dataFootnoteRef'] !== undefined) return reference(String(properties['href']));
  const result = defaultHandlers.a(state, node);
  // What the site's own links say when pointed at is no part of the text.
  if (!hasClass(node, 'external')) result.title = null;
  if (result.children.length === 0) result.children.push({ type: 'text', value: result.url });
  return result;
}

function reference(href: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: footnoteName(href.slice(1)) };
}

/** What a footnote is called in Markdown, by the id that it has on its page. */
export function footnoteName(id: string): string {
  return percentDecoded(id).replace(/fn-/, '');
}

function holdsReference(node: Element): boolean {
  return node.children.some((child) => {
    return child.type === 'element' && child.properties['dataFootnoteRef'] !== undefined;
  });
}

/** A cue, if the author gave one, and the answer: there is nothing to uncover in a text. */
function cloze(state: State, node: Element): PhrasingContent[] {
  const cue = childrenOf(node, 'cloze-cue').filter(({ data }) => data?.unsearched !== true);
  return [
    ...cue.flatMap((words) => [...wordsOf(state, [words]), text(' ')]),
    ...wordsOf(state, childrenOf(node, 'cloze-answer')),
  ];
}

/** A task's box, marker and priority as both programs write them: `[x] DONE [#A]`. */
function task(node: Element): PhrasingContent[] {
  const marker = String(node.properties['dataMarker'] ?? '');
  const priority = node.children.find((child) => isOf(child, 'task-priority'));
  const box = node.properties['dataDone'] === undefined ? '[ ]' : '[x]';
  const parts = [
    ...(marker === '' ? [] : [verbatim(`${box} `), text(marker)]),
    ...(marker === '' || priority === undefined ? [] : [text(' ')]),
    ...(priority?.type === 'element'
      ? [verbatim(`[#${String(priority.properties['dataPriority'])}]`)]
      : []),
  ];
  return parts;
}
