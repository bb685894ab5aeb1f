/** The pages that an edit of notes changed. */
import type { Garden, GardenNote } from '../../garden/garden.ts';
import type { Block } from '../../garden/note.ts';
import { backlinkGroups } from '../../garden/render/page/references.ts';
import { tagOfNote } from '../../garden/render/page/tagged.ts';
import type { EditedGarden } from '../../garden/resolve/edit/edit-garden.ts';
import { tagKey, tagName } from '../../garden/tag-key.ts';
import { factKey } from '../read-set/facts.ts';
import type { KeptImport } from './kept-import.ts';

/**
 * Ids of the edited notes, which come first; of those that show their text or a block of it; and of those that
 * they refer to which show other references now.
 */
export function stalePages(
  kept: Pick<KeptImport, 'garden' | 'bodies'>,
  { garden, ids }: EditedGarden,
): ReadonlySet<string> {
  const { garden: before } = kept;
  const linked = new Set(
    [...ids].flatMap((id) => [...linkedNotes(before, id), ...linkedNotes(garden, id)]),
  );
  const texts = new Set(
    [...ids].map((id) => factKey('body', '-', garden.notes.get(id)?.note.path ?? '')),
  );
  const readers = [...kept.bodies].filter(([, read]) => read.some((key) => texts.has(key)));
  return new Set([
    ...ids,
    ...[...linked].filter((id) => shownOf(before, id) !== shownOf(garden, id)),
    ...readers.map(([id]) => id),
    ...[...ids].flatMap((id) => namingBlocks(before.notes.get(id), garden.notes.get(id))),
  ]);
}

/** Ids of the notes to which a note links, and of those that are pages of its tags. */
function linkedNotes(garden: Garden, id: string): string[] {
  const entry = garden.notes.get(id);
  const linked =
    entry?.targets.flatMap((target) => (target.kind === 'note' ? target.id : [])) ?? [];
  const tagged = tagsOf(garden, entry).flatMap((tag) => garden.tags.get(tag)?.note ?? []);
  return [...linked, ...tagged];
}

/** Keys of the tags that list a note. */
function tagsOf(garden: Garden, entry: GardenNote | undefined): string[] {
  if (entry === undefined) return [];
  const written = entry.note.tags.map((tag) => tagKey(tagName(tag)));
  const linked = entry.targets.flatMap((target) => (target.kind === 'tag' ? [target.tag] : []));
  return [...new Set([...written, ...linked])].filter((tag) => garden.tags.has(tag));
}

/** What the page of a note shows of those that refer to it; '' for a page that no note is. */
function shownOf(garden: Garden, id: string): string {
  const entry = garden.notes.get(id);
  if (entry === undefined) return '';
  const groups = backlinkGroups(garden, entry.backlinks, id);
  // A block and a heading have a list of their own, with the words around each reference.
  const named = entry.backlinks.filter(({ fragment }) => fragment !== '');
  const parts = named.map(({ from, fragment, link: { context } }) => [from, fragment, context]);
  return JSON.stringify([groups, parts, tagOfNote(garden, entry), garden.mentions.get(id)]);
}

/** Ids of the notes that name a block of this one which says something else now. */
function namingBlocks(before: GardenNote | undefined, now: GardenNote | undefined): string[] {
  const known = new Map(before?.note.blocks.map((block) => [block.fragment, saidBy(block)]));
  const same = new Set(
    now?.note.blocks.filter((block) => known.get(block.fragment) === saidBy(block)).map(fragmentOf),
  );
  const named = now?.backlinks.filter(({ fragment }) => known.has(fragment) && !same.has(fragment));
  return named?.map(({ from }) => from) ?? [];
}

function fragmentOf({ fragment }: Block): string {
  return fragment;
}

function saidBy({ text, task, card, properties }: Block): string {
  return JSON.stringify([text, task, card, properties]);
}
