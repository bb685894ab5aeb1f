/** Inline elements of a page as Markdown: links, highlights, tasks, sub- and superscript. */
import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { Highlight } from '../../body.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import '../hast-data.ts';
import { asPhrasing, childrenOf, hasClass, isOf, phrasingOf, text, verbatim } from './elements.ts';

/** Handlers of inline elements. */
export const inlineHandlers: Readonly<Record<string, Handle>> = {
  a: link,
  label: (state, node) => (hasClass(node, 'cloze') ? cloze(state, node) : state.all(node)),
  mark: (state, node): Highlight => {
    const children = phrasingOf(state, node.children);
    return { type: 'highlight', color: '', children, data: asPhrasing };
  },
  span: (state, node) => (hasClass(node, 'task') ? task(node) : state.all(node)),
  sup: (state, node) => (holdsReference(node) ? state.all(node) : tagged(state, node)),
  sub: tagged,
  kbd: tagged,
  u: tagged,
  ins: tagged,
};

/** Markdown has no syntax for these; every Markdown reader knows their tags. */
function tagged(state: State, node: Element): PhrasingContent[] {
  const { tagName } = node;
  return [verbatim(`<${tagName}>`), ...phrasingOf(state, node.children), verbatim(`</${tagName}>`)];
}

function link(state: State, node: Element): ReturnType<Handle> {
  const { properties } = node;
  if (hasClass(node, 'heading-anchor')) return undefined;
  if (hasClass(node, 'picture')) return state.all(node);
  if (properties['dataFootnoteBackref'] !== undefined) return undefined;
  if (properties['dataFootnoteRef'] !== undefined) return reference(String(properties['href']));
  const result = defaultHandlers.a(state, node);
  // The tooltips of the site's own links are not part of the text.
  if (!hasClass(node, 'external')) result.title = null;
  if (result.children.length === 0) result.children.push({ type: 'text', value: result.url });
  return result;
}

function reference(href: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: footnoteName(href.slice(1)) };
}

/** The label of a footnote in Markdown, from its id on the page. */
export function footnoteName(id: string): string {
  return percentDecoded(id).replace(/fn-/, '');
}

function holdsReference(node: Element): boolean {
  return node.children.some((child) => {
    return child.type === 'element' && child.properties['dataFootnoteRef'] !== undefined;
  });
}

/** The author's cue, if any, and the answer, which is not hidden in a text. */
function cloze(state: State, node: Element): PhrasingContent[] {
  const cue = childrenOf(node, 'cloze-cue').filter(({ data }) => data?.unsearched !== true);
  return [
    ...cue.flatMap((words) => [...phrasingOf(state, [words]), text(' ')]),
    ...phrasingOf(state, childrenOf(node, 'cloze-answer')),
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
