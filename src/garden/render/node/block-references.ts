/** The references to a block: a count that opens a list. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { fillIn } from '../../interface-texts/lookup.ts';
import { addressOf } from '../address.ts';
import { publicContext, publicLine } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

/** The references to the block with this fragment, or nothing where there are none. */
export function blockReferences(context: RenderContext, fragment: string): Element[] {
  const { garden, texts } = context.rendering;
  // An embedded copy does not repeat the references of the block's own page.
  if (context.prefix !== '' || fragment === '') return [];
  const referrers = context.entry.backlinks.filter((backlink) => backlink.fragment === fragment);
  const items = referrers.flatMap(({ from, link }) => {
    const source = garden.notes.get(from);
    if (source === undefined) return [];
    const around = publicContext(garden, source, link.context);
    const href = addressOf(garden, source.permalink, around.fragment);
    const named = around.text || publicLine(garden, context.entry, fragment);
    const text = ` ${around.before}${named}${around.after}`.trimEnd();
    return [h('li', [h('a.note-link', { href }, source.note.title), text])];
  });
  if (items.length === 0) return [];
  const label = fillIn(texts.references, { n: items.length });
  const summary = h('summary', { ariaLabel: label, title: label }, String(items.length));
  return [notSearched(h('details.block-references', [summary, h('ul', items)]))];
}
