/** Embeds: notes, sections and blocks shown in place, with a link to where they come from. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Parents } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import type { Embed } from '../../body.ts';
import type { DiagnosticCode } from '../../diagnostic.ts';
import type { GardenNote, Target } from '../../garden.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { linkAt, type Place, placeFor } from '../place.ts';
import { definitionsOf, partOf } from './body-part.ts';
import { fileEmbed } from './file-embeds.ts';
import { shiftBelow } from './headings.ts';
import { hrefOf, linkTo } from './links.ts';
import { notSearched } from './not-searched.ts';
import { asBlock } from './paragraphs.ts';

export function embedHandlers(place: Place): Handlers {
  return {
    embed: (_state, node: Embed, parent) => asBlock(embed(place, node, parent), parent),
  };
}

/** Parents that cannot contain a section or block. */
const phrasingParents = new Set(['heading', 'link', 'linkReference', 'noteLink']);

function embed(place: Place, node: Embed, parent: Parents | undefined): ElementContent {
  const { target } = linkAt(place, node.link);
  if (target.kind === 'asset') return fileEmbed(place, node, target);
  if (parent !== undefined && phrasingParents.has(parent.type)) return linkInstead(place, node);
  const entry = target.kind === 'note' ? place.rendering.garden.notes.get(target.id) : undefined;
  if (target.kind !== 'note' || entry === undefined) return linkInstead(place, node);
  if (isMissing(place, node, entry, target.fragment)) return missingPart(place, node, entry);
  const key = `${target.id}#${target.fragment}`;
  if (place.trail.includes(key)) return embedNotice(place, node, 'embed-cycle');
  if (place.trail.length > place.rendering.garden.policy.embedDepth) {
    return embedNotice(place, node, 'embed-depth');
  }
  return transclusion(place, node, entry, target);
}

/** Whether the embed asks for a section or block that the note does not have. */
function isMissing(place: Place, node: Embed, entry: GardenNote, fragment: string): boolean {
  const { link } = linkAt(place, node.link);
  if (fragment === '') return (link?.anchor ?? null) !== null;
  return partOf(place.rendering.sources.body(entry.note.path), fragment) === null;
}

/** One line instead of a section or block that does not exist: the whole note was not asked for. */
function missingPart(place: Place, node: Embed, { note }: GardenNote): Element {
  const { texts } = place.rendering;
  const anchor = linkAt(place, node.link).link?.anchor;
  const message =
    anchor?.kind === 'heading'
      ? fillIn(texts.missingSection, { name: note.title, part: anchor.path.join(' > ') })
      : fillIn(texts.missingPart, { name: note.title, part: `^${anchor?.id ?? ''}` });
  const line = h('p', [message, ' ', linkInstead(place, node)]);
  return notSearched(h('div.notice', { dataKind: 'missing-part' }, [line]));
}

/** A link in place of an embed that cannot be shown. */
function linkInstead(place: Place, node: Embed): Element {
  const { link, target } = linkAt(place, node.link);
  const named =
    target.kind === 'private' ? (link?.label ?? '') : node.alt || link?.label || link?.name;
  return linkTo(place, node.link, named ? [{ type: 'text', value: named }] : []);
}

function embedNotice(place: Place, node: Embed, code: DiagnosticCode): Element {
  const { link } = linkAt(place, node.link);
  const { diagnostics, texts } = place.rendering;
  if (link !== null) {
    const why = code === 'embed-cycle' ? 'contains itself' : 'nests too deep';
    diagnostics.push({
      code,
      path: place.entry.note.path,
      line: link.line,
      column: link.column,
      message: `The embed ${link.source} ${why}; it is shown as a link.`,
      hint: 'Link to it instead of embedding it.',
    });
  }
  const message = code === 'embed-cycle' ? texts.embedCycle : texts.embedDepth;
  const box = [h('p', message), h('p', [linkInstead(place, node)])];
  return notSearched(h('div.notice', { dataKind: code }, box));
}

function transclusion(
  place: Place,
  node: Embed,
  entry: GardenNote,
  target: Extract<Target, { kind: 'note' }>,
): Element {
  const { rendering } = place;
  const body = rendering.sources.body(entry.note.path);
  const part = target.fragment === '' ? null : partOf(body, target.fragment);
  const whole = target.fragment === '' || part === null;
  const nodes = whole ? body.children : part.nodes;
  rendering.embeds += 1;
  const inner = placeFor(rendering, entry, {
    prefix: `embed-${rendering.embeds}-`,
    trail: [...place.trail, `${target.id}#${target.fragment}`],
    asker: entry.note.path.endsWith('.base') ? place.asker : entry.id,
    level: place.level,
    shift: shiftBelow(place.level, nodes),
  });
  const definitions = whole ? [] : definitionsOf(body);
  const content = rendering.part(inner, { type: 'root', children: [...nodes, ...definitions] });
  const source = sourceLink(place, target, node.alt || entry.note.title);
  const lang = entry.note.lang === rendering.lang ? undefined : entry.note.lang;
  const box = h('div.embed', { dataKind: whole ? 'note' : part.kind }, [
    h('div.embed-content', { lang }, content),
    source,
  ]);
  // Its text belongs to its own page.
  return notSearched(box);
}

function sourceLink(place: Place, target: Target, title: string): Element {
  const href = hrefOf(place, target);
  const hint = fillIn(place.rendering.texts.openSource, { title });
  return h('a.embed-source', { href, title: hint }, title);
}
