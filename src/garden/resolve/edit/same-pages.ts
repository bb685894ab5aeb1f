/** Whether an edit makes or ends other pages than the note's own: ghosts, tags, files. */
import { compareText, type Diagnostic } from '../../diagnostic.ts';
import type { Garden, GardenNote } from '../../garden.ts';
import type { Found } from '../lookup/find.ts';
import { nameKey } from '../lookup/name-key.ts';
import type { GardenLookup } from './garden-lookup.ts';

/** A note before and after an edit, with the result of each link's lookup. */
export interface VersionsOfNote {
  readonly before: GardenNote;
  readonly beforeFound: readonly Found[];
  readonly now: GardenNote;
  readonly nowFound: readonly Found[];
  /** What the note and its links reported. */
  readonly diagnostics: {
    readonly before: readonly Diagnostic[];
    readonly now: readonly Diagnostic[];
  };
}

/** Whether the links of the edited note may make, end or rename a page or file, or lead to one in no list. */
export function makesOtherPages(
  versions: VersionsOfNote,
  garden: Garden,
  lookup: GardenLookup,
): boolean {
  const { before, now } = versions;
  return (
    [before, now].some(isSecretive) ||
    JSON.stringify(tagsIn(before)) !== JSON.stringify(tagsIn(now)) ||
    !keepsFiles(before, now, garden) ||
    !keepsGhosts(versions, lookup) ||
    JSON.stringify(drawnTargets(before)) !== JSON.stringify(drawnTargets(now))
  );
}

/** Whether a link leads to a page in no list, or behind a password. */
function isSecretive({ targets }: GardenNote): boolean {
  return targets.some((target) => {
    return target.kind === 'unlisted' || (target.kind === 'private' && target.locked !== undefined);
  });
}

/** Keys of the tags that list the note for a link to them. */
function tagsIn({ note, targets }: GardenNote): string[] {
  const tags = targets.flatMap((target, index) => {
    return target.kind === 'tag' && !note.links[index]?.uncounted ? [target.tag] : [];
  });
  return [...new Set(tags)].sort();
}

/** A file that no note shows any more is no longer served, and a new one is not yet. */
function keepsFiles(before: GardenNote, now: GardenNote, { assets }: Garden): boolean {
  const shown = new Set(filesIn(now));
  return (
    filesIn(before).every((path) => shown.has(path)) && [...shown].every((path) => assets.has(path))
  );
}

function filesIn({ targets }: GardenNote): string[] {
  return targets.flatMap((target) => (target.kind === 'asset' ? [target.path] : []));
}

/** Files of diagrams show where their nodes lead, and are withheld where that is private. */
function drawnTargets({ note, targets }: GardenNote): unknown {
  return note.diagrams.map(({ links }) => links.map((link) => targets[link]));
}

/**
 * Whether the ghosts stay: each that the note names or named is there, by the note that named it first. Where
 * that is this note, it still names the same ones in the same order.
 */
function keepsGhosts(
  { before, beforeFound, now, nowFound }: VersionsOfNote,
  { ghosts }: GardenLookup,
): boolean {
  const { path, vault } = now.note;
  const was = ghosts.namedIn(before.note, beforeFound);
  const is = ghosts.namedIn(now.note, nowFound);
  const isOwn = (name: string) => ghosts.find(vault, name)?.by === path;
  const isThere = is.every((name) => {
    const { by = '' } = ghosts.find(vault, name) ?? {};
    return by !== '' && compareText(by, path) <= 0;
  });
  const [first, still] = [was, is].map((names) => firstSpellings(names.filter(isOwn)));
  return isThere && JSON.stringify(first) === JSON.stringify(still);
}

function firstSpellings(names: readonly string[]): string[] {
  const spellings = new Map<string, string>();
  for (const name of names) {
    if (!spellings.has(nameKey(name))) spellings.set(nameKey(name), name);
  }
  return [...spellings.values()];
}
