/** Embeds: notes, sections and blocks shown in place, with a link to where they come from. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Parents } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import type { Embed } from '../../body.ts';
import type { DiagnosticCode } from '../../diagnostic.ts';
import type { GardenNote, Target } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { contextFor, linkAt, type RenderContext } from '../render-context.ts';
import { definitionsOf, partOf } from './body-part.ts';
import { fileEmbed } from './file-embeds.ts';
import { shiftBelow } from './headings.ts';
import { hrefOf, linkTo, marked } from './links.ts';
import { notSearched } from './not-searched.ts';
import { asBlock } from './paragraphs.ts';

export function embedHandlers(context: RenderContext): Handlers {
  return {
    embed: (_state, node: Embed, parent) => asBlock(embed(context, node, parent), parent),
  };
}

/** Parents that cannot contain a section or block. */
const phrasingParents = new Set(['heading', 'link', 'linkReference', 'noteLink']);

function embed(context: RenderContext, node: Embed, parent: Parents | undefined): ElementContent {
  const { target } = linkAt(context, node.link);
  if (target.kind === 'asset') return fileEmbed(context, node, target);
  if (node.areaOf !== undefined) return missingArea(context, node.areaOf);
  // The words for a picture that is there are no text of the note either.
  if (target.kind === 'unresolved') return notSearched(linkInstead(context, node));
  if (parent !== undefined && phrasingParents.has(parent.type)) return linkInstead(context, node);
  const entry = target.kind === 'note' ? context.rendering.garden.notes.get(target.id) : undefined;
  if (target.kind !== 'note' || entry === undefined) return linkInstead(context, node);
  if (isMissing(context, node, entry, target.fragment)) return missingPart(context, node, entry);
  const key = `${target.id}#${target.fragment}`;
  if (context.trail.includes(key)) return embedNotice(context, node, 'embed-cycle');
  if (context.trail.length > context.rendering.garden.policy.embedDepth) {
    return embedNotice(context, node, 'embed-depth');
  }
  return transclusion(context, node, entry, target);
}

/** Whether the embed asks for a section or block that the note does not have. */
function isMissing(
  context: RenderContext,
  node: Embed,
  entry: GardenNote,
  fragment: string,
): boolean {
  const { link } = linkAt(context, node.link);
  if (fragment === '') return (link?.anchor ?? null) !== null;
  return partOf(context.rendering.sources.body(entry.note.path), fragment) === null;
}

/** One line instead of a section or block that does not exist: the whole note was not asked for. */
function missingPart(context: RenderContext, node: Embed, { note }: GardenNote): Element {
  const { texts } = context.rendering;
  const anchor = linkAt(context, node.link).link?.anchor;
  const message =
    anchor?.kind === 'heading'
      ? fillIn(texts.missingSection, { name: note.title, part: anchor.path.join(' > ') })
      : fillIn(texts.missingPart, { name: note.title, part: `^${anchor?.id ?? ''}` });
  const line = h('p', [message, ' ', linkInstead(context, node)]);
  return notSearched(h('div.notice', { dataKind: 'missing-part' }, [line]));
}

/** The words of a marked area of a PDF whose picture was never saved, or is not there. */
function missingArea(context: RenderContext, page: string): Element {
  const message = fillIn(context.rendering.texts.missingArea, { page: page || '?' });
  return notSearched(h('div.notice', { dataKind: 'missing-area' }, [h('p', message)]));
}

/** A link in place of an embed that cannot be shown. */
function linkInstead(context: RenderContext, node: Embed): Element {
  const { link, target } = linkAt(context, node.link);
  // What names only a part, as `![[#Part]]` does, is of a note that has a title.
  const title =
    target.kind === 'note' ? context.rendering.garden.notes.get(target.id)?.note.title : '';
  const named =
    target.kind === 'private'
      ? (link?.label ?? '')
      : node.alt || link?.label || link?.name || title;
  return linkTo(context, node.link, named ? [{ type: 'text', value: named }] : []);
}

function embedNotice(context: RenderContext, node: Embed, code: DiagnosticCode): Element {
  const { link } = linkAt(context, node.link);
  const { diagnostics, texts } = context.rendering;
  if (link !== null) {
    const why = code === 'embed-cycle' ? 'contains itself' : 'nests too deep';
    diagnostics.push({
      code,
      path: context.entry.note.path,
      line: link.line,
      column: link.column,
      message: `The embed ${link.source} ${why}; it is shown as a link.`,
      hint: 'Link to it instead of embedding it.',
    });
  }
  const message = code === 'embed-cycle' ? texts.embedCycle : texts.embedDepth;
  const box = [h('p', message), h('p', [linkInstead(context, node)])];
  return notSearched(h('div.notice', { dataKind: code }, box));
}

function transclusion(
  context: RenderContext,
  node: Embed,
  entry: GardenNote,
  target: Extract<Target, { kind: 'note' }>,
): Element {
  const { rendering } = context;
  const body = rendering.sources.body(entry.note.path);
  const part = target.fragment === '' ? null : partOf(body, target.fragment);
  const whole = target.fragment === '' || part === null;
  const nodes = whole ? body.children : part.nodes;
  rendering.embeds += 1;
  const inner = contextFor(rendering, entry, {
    prefix: `embed-${rendering.embeds}-`,
    trail: [...context.trail, `${target.id}#${target.fragment}`],
    queryNote: entry.note.path.endsWith('.base') ? context.queryNote : entry.id,
    level: context.level,
    shift: shiftBelow(context.level, nodes),
  });
  const definitions = whole ? [] : definitionsOf(body);
  const content = rendering.part(inner, { type: 'root', children: [...nodes, ...definitions] });
  const source = sourceLink(context, target, node.alt || entry.note.title);
  const lang = entry.note.lang === rendering.lang ? undefined : entry.note.lang;
  const box = h('div.embed', { dataKind: whole ? 'note' : part.kind }, [
    h('div.embed-content', { lang }, content),
    source,
  ]);
  // Its text belongs to its own page.
  return notSearched(marked(context, node.link, box));
}

function sourceLink(context: RenderContext, target: Target, title: string): Element {
  const href = hrefOf(context, target);
  const hint = fillIn(context.rendering.texts.openSource, { title });
  return h('a.embed-source', { href, title: hint }, title);
}
