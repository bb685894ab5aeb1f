/** Follows edits of a few notes through a garden, where nothing but their own text and links changed. */
import { compareDiagnostics, compareText, type Diagnostic } from '../../diagnostic.ts';
import type { Backlink, Garden, GardenNote } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { collectBacklinks } from '../link/backlinks.ts';
import { type ResolvedLinks, resolveLinks } from '../link/targets.ts';
import type { Found } from '../lookup/find.ts';
import type { PublicNote } from '../lookup/known-note.ts';
import { recountGarden } from '../page/counts.ts';
import { publicNotes } from '../publishing/public-notes.ts';
import { findEdited, type GardenLookup, gardenNote } from './garden-lookup.ts';
import { isSameBeside, secretsOf } from './same-facts.ts';
import { makesOtherPages, type VersionsOfNote } from './same-pages.ts';

export interface EditedGarden {
  readonly garden: Garden;
  readonly lookup: GardenLookup;
  /** Ids of the notes that were edited. */
  readonly ids: ReadonlySet<string>;
  /** Ids of the notes and ghosts to which these link, or did before. */
  readonly targets: ReadonlySet<string>;
}

/**
 * The garden after an edit of notes that it lists; `notes` are as they are now. Null where the edit may
 * change anything but these notes and the backlinks of those that they link to: then all is to be resolved
 * anew. What says how all notes are alike or near, and mentions, stay as they are, but that no link is still a
 * mention.
 */
export function editGarden(
  garden: Garden,
  lookup: GardenLookup,
  notes: readonly Note[],
): EditedGarden | null {
  const known = notes.flatMap((note) => knownEdit(garden, lookup, note) ?? []);
  if (known.length < notes.length) return null;
  const edited = new Map([
    ...lookup.edited,
    ...known.map((each) => [each.note.path, each] as const),
  ]);
  const versions = publicNotes(known, lookup.indexes, garden).map((now) => {
    return versionsOf(garden, lookup, { ...lookup, edited }, now);
  });
  if (
    versions.length < known.length ||
    !versions.every((each) => isFollowed(each, garden, lookup))
  ) {
    return null;
  }
  const diagnostics = replaceDiagnostics(garden.diagnostics, versions);
  if (diagnostics === null) return null;
  const ids = new Set(versions.map(({ now }) => now.id));
  const targets = new Set(versions.flatMap(({ before, now }) => [...idsIn(before), ...idsIn(now)]));
  const next = withBacklinks(garden, versions, ids, targets);
  const anchored = versions.flatMap(({ now }) => anchoredBy(now));
  return {
    garden: {
      ...next,
      diagnostics,
      mentions: withoutLinked(garden, versions),
      counts: recountGarden(
        garden.counts,
        versions.map(({ before }) => before),
        versions.map(({ now }) => now),
        diagnostics,
      ),
    },
    lookup: { ...lookup, edited, anchored: new Set([...lookup.anchored, ...anchored]) },
    ids,
    targets,
  };
}

/** A listed note as links refer to it after the edit; null where it is no such note, or another one. */
function knownEdit(garden: Garden, lookup: GardenLookup, note: Note): PublicNote | null {
  const before = lookup.edited.get(note.path) ?? lookup.indexes.known.get(note.path);
  const { id = null } = before ?? {};
  if (before === undefined || id === null) return null;
  const now = gardenNote(note, garden.policy);
  const isSame = isSameBeside(before.note, now, lookup.anchored.has(id));
  return isSame ? { ...before, id, note: now } : null;
}

function versionsOf(
  garden: Garden,
  before: GardenLookup,
  now: GardenLookup,
  { id, note }: PublicNote,
): VersionsOfNote {
  const entry = garden.notes.get(id);
  if (entry === undefined) throw new Error(`No note with the id ${id} is in the garden.`);
  const [was, is] = [linksOf(entry.note, before), linksOf(note, now)];
  return {
    before: entry,
    beforeFound: was.found,
    now: { ...entry, note, targets: is.targets },
    nowFound: is.found,
    diagnostics: {
      before: [...entry.note.diagnostics, ...was.diagnostics],
      now: [...note.diagnostics, ...is.diagnostics],
    },
  };
}

function linksOf(note: Note, lookup: GardenLookup): ResolvedLinks & { readonly found: Found[] } {
  const found = note.links.map((link) => findEdited(link, note, lookup));
  return { ...resolveLinks(note, found, lookup, lookup.suggestions), found };
}

function isFollowed(each: VersionsOfNote, garden: Garden, lookup: GardenLookup): boolean {
  const { before, now } = each;
  return (
    isSameBeside(before.note, now.note, lookup.anchored.has(now.id)) &&
    secretsOf(before) === secretsOf(now) &&
    !makesOtherPages(each, garden, lookup)
  );
}

/**
 * The garden's diagnostics with those of the edited notes as they are now. Null where there are others on lines
 * of them, which the edit may have moved.
 */
function replaceDiagnostics(
  all: readonly Diagnostic[],
  versions: readonly VersionsOfNote[],
): Diagnostic[] | null {
  const paths = new Set(versions.map(({ now }) => now.note.path));
  const gone = new Set(
    versions.flatMap(({ diagnostics }) => diagnostics.before.map((each) => JSON.stringify(each))),
  );
  const kept = all.filter((each) => !paths.has(each.path) || !gone.has(JSON.stringify(each)));
  const isMoved = kept.some(({ path, line, code, message }) => {
    if (code === 'duplicate-block') return [path, message].some((text) => namesAny(text, paths));
    return paths.has(path) && line > 1;
  });
  if (isMoved) return null;
  return [...kept, ...versions.flatMap(({ diagnostics }) => diagnostics.now)].sort(
    compareDiagnostics,
  );
}

function namesAny(text: string, paths: ReadonlySet<string>): boolean {
  return [...paths].some((path) => text.includes(path));
}

function idsIn({ targets }: GardenNote): string[] {
  return targets.flatMap((target) => ('id' in target ? [target.id] : []));
}

function anchoredBy({ id, note, targets }: GardenNote): string[] {
  return targets.flatMap((target, index) => {
    return target.kind === 'note' && target.id !== id && note.links[index]?.anchor ? target.id : [];
  });
}

/** The garden with the notes as they are now, and their links among the backlinks of the targets. */
function withBacklinks(
  garden: Garden,
  versions: readonly VersionsOfNote[],
  ids: ReadonlySet<string>,
  targets: ReadonlySet<string>,
): Garden {
  const notes = new Map(garden.notes);
  const ghosts = new Map(garden.ghosts);
  for (const { now } of versions) notes.set(now.id, now);
  const added = collectBacklinks(versions.map(({ now }) => ({ ...now, file: '' })));
  const replaced = (id: string, backlinks: readonly Backlink[]) => {
    const kept = backlinks.filter(({ from }) => !ids.has(from));
    return [...kept, ...(added.get(id) ?? [])].sort((a, b) => compareText(a.from, b.from));
  };
  for (const id of targets) {
    const [note, ghost] = [notes.get(id), ghosts.get(id)];
    if (ghost) ghosts.set(id, { ...ghost, backlinks: replaced(id, ghost.backlinks) });
    if (note === undefined) continue;
    const backlinks = replaced(id, note.backlinks).filter(({ link, from }) => {
      return link.kind !== 'property' || note.translations?.includes(from) !== true;
    });
    notes.set(id, { ...note, backlinks });
  }
  return { ...garden, notes, ghosts };
}

/** The mentions without those in notes that link to the same note now. */
function withoutLinked(garden: Garden, versions: readonly VersionsOfNote[]): Garden['mentions'] {
  const mentions = new Map(garden.mentions);
  for (const { now } of versions) {
    for (const id of idsIn(now)) {
      const known = mentions.get(id);
      const rest = known?.filter(({ from }) => from !== now.id) ?? [];
      if (known === undefined || rest.length === known.length) continue;
      if (rest.length > 0) mentions.set(id, rest);
      else mentions.delete(id);
    }
  }
  return mentions;
}
