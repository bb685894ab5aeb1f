/** What a page depends on, as one digest: a page is rendered again only when its key changes. */
import type { Backlink, Garden, GardenNote, Target } from '../garden/garden.ts';
import { publicContext, publicFragment, publicLine } from '../garden/render/privacy.ts';
import { digestOf } from '../system/disk.ts';

/** The parts of a render key that are the same for all notes of one import. */
export interface KeySources {
  /** Digest of a note's source and vault, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Digest of the code that renders. */
  readonly version: string;
  /** Digest of the whole garden: for notes with queries, which may show any of it. */
  readonly whole: string;
}

/**
 * Digest of all that the page of a note shows: its source, what its links became and are called,
 * what it embeds (and what that embeds), who links to it, and its neighbours. Words of other notes
 * count as the page shows them: a name in them may have become private since.
 */
export function renderKey(garden: Garden, id: string, sources: KeySources): string {
  const note = garden.notes.get(id);
  if (!note) throw new Error(`No note has the id ${id}.`);
  const parts = [
    sources.version,
    id,
    note.note.journal === null ? '' : neighbours(garden, id),
    JSON.stringify([note.children.map((child) => [child, titleOf(garden, child)]), note.ancestors]),
    JSON.stringify(note.backlinks.map((backlink) => contextOf(garden, backlink))),
    JSON.stringify(
      (garden.mentions.get(id) ?? []).map((each) => [each, titleOf(garden, each.from)]),
    ),
    ...shownBy(garden, note, sources, new Set()),
  ];
  return digestOf(...parts);
}

function shownBy(
  garden: Garden,
  gardenNote: GardenNote,
  sources: KeySources,
  seen: Set<string>,
): string[] {
  if (seen.has(gardenNote.id)) return [];
  seen.add(gardenNote.id);
  const { note, targets } = gardenNote;
  const parts = [sources.digests.get(note.path) ?? '', note.hasQueries ? sources.whole : ''];
  for (const [index, target] of targets.entries()) {
    parts.push(JSON.stringify(target), titleOfTarget(garden, target));
    const kind = note.links[index]?.kind;
    if (target.kind !== 'note' || (kind !== 'embed' && kind !== 'block')) continue;
    const shown = garden.notes.get(target.id);
    if (shown) parts.push(...shownBy(garden, shown, sources, seen));
  }
  return parts;
}

function titleOfTarget(garden: Garden, target: Target): string {
  if (target.kind === 'note') return titleOf(garden, target.id) + placeOf(garden, target);
  if (target.kind === 'ghost') return titleOf(garden, target.id);
  if (target.kind !== 'asset') return '';
  return JSON.stringify(garden.assets.get(target.path)?.asset ?? null);
}

/** The heading or block that a link leads to, as the page may name it. */
function placeOf(garden: Garden, { id, fragment }: Extract<Target, { kind: 'note' }>): string {
  const entry = garden.notes.get(id);
  if (!entry || fragment === '') return '';
  return JSON.stringify([publicFragment(entry, fragment), publicLine(garden, entry, fragment)]);
}

function titleOf(garden: Garden, id: string): string {
  return garden.notes.get(id)?.note.title ?? garden.ghosts.get(id)?.title ?? '';
}

function contextOf(garden: Garden, { from, link, fragment }: Backlink): unknown {
  const entry = garden.notes.get(from);
  const context = entry ? publicContext(garden, entry, link.context) : null;
  return [from, titleOf(garden, from), context, fragment];
}

function neighbours(garden: Garden, id: string): string {
  const at = garden.journals.indexOf(id);
  const near = [garden.journals[at - 1] ?? '', garden.journals[at + 1] ?? ''];
  return JSON.stringify(near.map((each) => [each, titleOf(garden, each)]));
}
