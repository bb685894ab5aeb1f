/** Who refers to a page: by links, by its tag, and by mentions that are no links. */
import { compareText } from '../../diagnostic.ts';
import type { Backlink, Garden, GardenNote, Mention } from '../../garden.ts';
import type { Link } from '../../note.ts';
import type { MentionGroup, ReferenceGroup } from '../../page.ts';
import { propertyLinks } from '../excerpt/property-links.ts';
import { withoutPrivateNames } from '../privacy.ts';

/** Backlinks by note: journals first, the newest before others, then notes by title. */
export function backlinkGroups(
  garden: Garden,
  backlinks: readonly Backlink[],
  self: string,
): ReferenceGroup[] {
  const links = new Map<string, number[]>();
  for (const { from, link } of backlinks) {
    const source = garden.notes.get(from);
    if (source === undefined || from === self) continue;
    const index = indexOf(source.note.links, link);
    if (index < 0) continue;
    const known = links.get(from);
    if (known === undefined) links.set(from, [index]);
    else known.push(index);
  }
  return inOrder(garden, links.keys()).map((source) => {
    return referenceGroup(source, links.get(source.id) ?? []);
  });
}

/** The notes with a tag as references to it, in the order of the tag. */
export function taggedGroups(
  garden: Garden,
  key: string,
  notes: readonly string[],
): ReferenceGroup[] {
  return notes.flatMap((id) => {
    const entry = garden.notes.get(id);
    if (entry === undefined) return [];
    const { links } = entry.note;
    const indexes: number[] = [];
    for (const [index, target] of entry.targets.entries()) {
      const isReference = target.kind === 'tag' && target.tag === key;
      if (isReference && links[index]?.uncounted !== true) indexes.push(index);
    }
    return [referenceGroup(entry, indexes)];
  });
}

function referenceGroup({ id, permalink, note }: GardenNote, all: number[]): ReferenceGroup {
  const { title, lang } = note;
  const keys = propertyLinks(note);
  if (keys.size === 0) return { id, title, permalink, lang, links: all, properties: [] };
  const links = all.filter((index) => !keys.has(index));
  const properties = new Set(all.map((index) => keys.get(index) ?? '').filter((key) => key !== ''));
  return { id, title, permalink, lang, links, properties: [...properties] };
}

/** Of a note with more links the place of each is kept. */
const fewLinks = 16;

const knownIndexes = new WeakMap<readonly Link[], ReadonlyMap<Link, number>>();

/** The place of a link among those of its note, -1 for none. */
function indexOf(links: readonly Link[], link: Link): number {
  if (links.length <= fewLinks) return links.indexOf(link);
  const known = knownIndexes.get(links) ?? new Map(links.map((each, index) => [each, index]));
  knownIndexes.set(links, known);
  return known.get(link) ?? -1;
}

/** Unlinked mentions by note, in the same order. */
export function mentionGroups(garden: Garden, mentions: readonly Mention[]): MentionGroup[] {
  const contexts = new Map<string, Map<string, MentionGroup['contexts'][number]>>();
  for (const { from, before, text, after } of mentions) {
    const source = garden.notes.get(from);
    if (source === undefined) continue;
    const hide = (part: string) => withoutPrivateNames(garden, source, part);
    const context = { before: hide(before), text, after: hide(after) };
    const known = contexts.get(from) ?? new Map();
    contexts.set(from, known.set(`${context.before}${text}${context.after}`, context));
  }
  return inOrder(garden, contexts.keys()).map(({ id, permalink, note: { title, lang } }) => {
    return { title, permalink, lang, contexts: [...(contexts.get(id)?.values() ?? [])] };
  });
}

function inOrder(garden: Garden, ids: Iterable<string>): GardenNote[] {
  const entries = [...ids].map((id) => garden.notes.get(id));
  return entries
    .filter((entry) => entry !== undefined)
    .sort(
      ({ id: a, note }, { id: b, note: other }) =>
        compareText(other.journal ?? '', note.journal ?? '') ||
        compareText(note.title, other.title) ||
        compareText(a, b),
    );
}
