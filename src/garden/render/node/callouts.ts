/** Callouts and admonitions. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Callout } from '../../body.ts';
import { calloutTitle } from '../../interface-texts/box-texts.ts';
import { ownValue } from '../../own-value.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';
import { withLanguage } from './passage-language.ts';

/** Other names of callout types (Obsidian's help, “Callouts”; Logseq's admonitions). */
const sameKinds: Readonly<Record<string, string>> = {
  summary: 'abstract',
  tldr: 'abstract',
  hint: 'tip',
  important: 'important',
  check: 'success',
  done: 'success',
  help: 'question',
  faq: 'question',
  attention: 'warning',
  fail: 'failure',
  missing: 'failure',
  error: 'danger',
  cite: 'quote',
};

export function calloutHandlers(context: RenderContext): Handlers {
  return {
    callout: (state, node: Callout) =>
      withLanguage(context, [node], () => callout(context, state, node)),
  };
}

function callout(context: RenderContext, state: State, node: Callout): Element {
  const kind = ownValue(sameKinds, node.kind) ?? node.kind;
  const titled = (selector: string): Element =>
    node.title.length > 0
      ? h(selector, state.all({ type: 'paragraph', children: node.title }))
      : notSearched(h(selector, calloutTitle(kind, context.rendering.lang)));
  const children = state.wrap(state.all(node), true);
  const content = node.children.length > 0 ? [h('div.callout-content', children)] : [];
  if (node.fold === 'none') {
    return h('div.callout', { dataCallout: kind }, [titled('div.callout-title'), ...content]);
  }
  const open = node.fold === 'open';
  return h('details.callout', { dataCallout: kind, open }, [
    titled('summary.callout-title'),
    ...content,
  ]);
}
