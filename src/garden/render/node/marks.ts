/** Highlights and clozes. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Cloze, Highlight } from '../../body.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

export function markHandlers(context: RenderContext): Handlers {
  return {
    highlight: (state, node: Highlight) => {
      const color = node.color === '' ? undefined : node.color;
      return h('mark.highlight', { dataColor: color }, state.all(node));
    },
    cloze: (state, node: Cloze) => cloze(context, state, node),
  };
}

/** A check box in a label reveals the answer without a script. */
function cloze(context: RenderContext, state: State, node: Cloze): Element {
  const cue = h('span.cloze-cue', node.cue === '' ? '[…]' : `(${node.cue})`);
  return h('label.cloze', [
    h('input', { type: 'checkbox', ariaLabel: context.rendering.texts.showAnswer }),
    node.cue === '' ? notSearched(cue) : cue,
    ' ',
    h('span.cloze-answer', state.all(node)),
  ]);
}
