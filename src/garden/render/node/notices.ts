/** Notices in place of what only the program itself can show: a sentence and the folded source. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { Notice } from '../../body.ts';
import { noticeText } from '../../interface-texts/box-texts.ts';
import { publicSource } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

export function noticeHandlers(context: RenderContext): Handlers {
  return { notice: (_state, node: Notice) => noticeBox(context, node) };
}

function noticeBox(context: RenderContext, notice: Omit<Notice, 'type'>): Element {
  const { garden, texts } = context.rendering;
  const written = publicSource(garden, context.entry, notice.message);
  const message = h('p', noticeText(notice.kind, written, garden.policy.lang));
  const source = h('details', [
    h('summary', texts.source),
    h('pre', { tabIndex: 0 }, [h('code', publicSource(garden, context.entry, notice.source))]),
  ]);
  const parts = notice.source === '' ? [message] : [message, source];
  return notSearched(h('div.notice', { dataKind: notice.kind }, parts));
}
