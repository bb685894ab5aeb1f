/** What differs between two snapshots of a garden. Pure. */
import { type Diagnostic, severityOf } from '../../garden/diagnostic.ts';
import { diagnosticChanges } from '../../import/diagnostic-changes.ts';
import { redirectLine } from './redirect-line.ts';
import type { Snapshot, SnapshotLink, SnapshotNote } from './snapshot.ts';

/** A note of the new snapshot with what it was before. */
export interface NotePair {
  readonly before: SnapshotNote;
  readonly after: SnapshotNote;
}

export interface LinkChange {
  readonly path: string;
  readonly line: number;
  readonly to: string;
}

/** An address that was served and leads nowhere now, and the line that would make it a redirect. */
export interface LostAddress {
  readonly address: string;
  readonly path: string;
  /** The note that has the page's content now; '' where nobody has it. */
  readonly newPath: string;
  readonly line: string;
}

export interface PageWeight {
  readonly path: string;
  readonly before: number;
  readonly after: number;
}

export interface GardenChanges {
  readonly becomePublic: readonly SnapshotNote[];
  readonly becomePrivate: readonly SnapshotNote[];
  /** Published files beside the notes that were not published before, and the other way. */
  readonly publicFiles: readonly string[];
  readonly privateFiles: readonly string[];
  readonly added: readonly SnapshotNote[];
  readonly removed: readonly SnapshotNote[];
  readonly renamed: readonly NotePair[];
  readonly changed: readonly NotePair[];
  readonly linksMade: readonly LinkChange[];
  readonly linksRemoved: readonly LinkChange[];
  /** What leads nowhere now, or is wrong, and was not before. */
  readonly broken: readonly Diagnostic[];
  readonly failedDiagrams: readonly Diagnostic[];
  readonly otherDiagnostics: readonly Diagnostic[];
  readonly mended: readonly Diagnostic[];
  readonly ghostsMade: readonly string[];
  readonly ghostsGone: readonly string[];
  readonly tagsMade: readonly string[];
  readonly tagsGone: readonly string[];
  readonly lostAddresses: readonly LostAddress[];
  /** Pages whose weight changed, the largest change first. */
  readonly weights: readonly PageWeight[];
}

const brokenCodes: ReadonlySet<string> = new Set([
  'unresolved-link',
  'missing-heading',
  'missing-block',
  'missing-asset',
  'private-link',
]);

/** Compares two snapshots. `renames` are new paths by old ones, as git found them. */
export function compareGardens(
  before: Snapshot,
  after: Snapshot,
  renames: ReadonlyMap<string, string>,
): GardenChanges {
  const renamed = findRenames(before, after, renames);
  const oldPaths = new Map(renamed.map(({ before, after }) => [after.path, before.path]));
  const newPaths = new Map(renamed.map(({ before, after }) => [before.path, after.path]));
  const pairs = [...after.notes.values()].flatMap((note): NotePair[] => {
    const old = before.notes.get(oldPaths.get(note.path) ?? note.path);
    return old && (oldPaths.has(note.path) || !newPaths.has(note.path))
      ? [{ before: old, after: note }]
      : [];
  });
  const paired = new Set(
    pairs.flatMap((pair) => [`- ${pair.before.path}`, `+ ${pair.after.path}`]),
  );
  const diagnostics = sortedDiagnostics(before, after, oldPaths);
  return {
    becomePublic: pairs
      .filter((pair) => pair.after.reach > pair.before.reach)
      .map(({ after }) => after),
    becomePrivate: pairs
      .filter((pair) => pair.after.reach < pair.before.reach)
      .map(({ after }) => after),
    publicFiles: missingIn([...after.files.keys()], before.files),
    privateFiles: missingIn([...before.files.keys()], after.files),
    added: [...after.notes.values()].filter(({ path }) => !paired.has(`+ ${path}`)),
    removed: [...before.notes.values()].filter(({ path }) => !paired.has(`- ${path}`)),
    renamed,
    changed: pairs.filter(isChanged),
    ...linkChanges(after, pairs),
    ...diagnostics,
    ghostsMade: missingIn([...after.ghosts], before.ghosts, ([address]) => address).map(
      ([, title]) => title,
    ),
    ghostsGone: missingIn([...before.ghosts], after.ghosts, ([address]) => address).map(
      ([, title]) => title,
    ),
    tagsMade: missingIn([...after.tags], before.tags),
    tagsGone: missingIn([...before.tags], after.tags),
    lostAddresses: lostAddresses(before, after, newPaths),
    weights: weightChanges(pairs),
  };
}

/** Pairs of notes whose path changed: as git says, else those of one text or one address. */
function findRenames(
  before: Snapshot,
  after: Snapshot,
  renames: ReadonlyMap<string, string>,
): NotePair[] {
  const gone = [...before.notes.values()].filter(({ path }) => !after.notes.has(path));
  const fresh = [...after.notes.values()].filter(({ path }) => !before.notes.has(path));
  const byPath = new Map(fresh.map((note) => [note.path, note]));
  const byText = new Map(fresh.map((note) => [note.digest, note]));
  const byAddress = new Map(fresh.map((note) => [note.permalink, note]));
  const taken = new Set<SnapshotNote>();
  return gone.flatMap((old): NotePair[] => {
    const found =
      byPath.get(renames.get(old.path) ?? '') ??
      (old.digest === '' ? undefined : byText.get(old.digest)) ??
      (old.permalink === '' ? undefined : byAddress.get(old.permalink));
    if (!found || taken.has(found)) return [];
    taken.add(found);
    return [{ before: old, after: found }];
  });
}

/** Whether the note says something else; where only the graph is known, whether its links or tags differ. */
function isChanged({ before, after }: NotePair): boolean {
  if (before.digest !== '' && after.digest !== '') return before.digest !== after.digest;
  const facts = ({ title, tags, links }: SnapshotNote) => JSON.stringify([title, tags, links]);
  return facts(before) !== facts(after);
}

function linkChanges(
  after: Snapshot,
  pairs: readonly NotePair[],
): Pick<GardenChanges, 'linksMade' | 'linksRemoved'> {
  const before = new Map(pairs.map((pair) => [pair.after.path, pair.before]));
  const made = [...after.notes.values()].flatMap((note) => {
    return withoutKnown(note, before.get(note.path)?.links ?? []);
  });
  const removed = pairs.flatMap((pair) => withoutKnown(pair.before, pair.after.links));
  return { linksMade: made, linksRemoved: removed };
}

function withoutKnown({ path, links }: SnapshotNote, known: readonly SnapshotLink[]): LinkChange[] {
  const ids = new Set(known.map(({ id }) => id));
  return links.filter(({ id }) => !ids.has(id)).map(({ line, to }) => ({ path, line, to }));
}

function sortedDiagnostics(
  before: Snapshot,
  after: Snapshot,
  oldPaths: ReadonlyMap<string, string>,
): Pick<GardenChanges, 'broken' | 'failedDiagrams' | 'otherDiagnostics' | 'mended'> {
  const { made, mended } = diagnosticChanges(before.diagnostics, after.diagnostics, ({ path }) => {
    return oldPaths.get(path) ?? path;
  });
  const isBroken = ({ code }: Diagnostic) => brokenCodes.has(code);
  const isDiagram = ({ code }: Diagnostic) => code === 'invalid-diagram';
  return {
    broken: made.filter(isBroken),
    failedDiagrams: made.filter(isDiagram),
    otherDiagnostics: made.filter(
      (each) => !isBroken(each) && !isDiagram(each) && severityOf(each) !== 'info',
    ),
    mended: mended.filter(({ path }) => after.notes.has(path)),
  };
}

function lostAddresses(
  before: Snapshot,
  after: Snapshot,
  newPaths: ReadonlyMap<string, string>,
): LostAddress[] {
  const served = new Set([
    ...[...after.notes.values()].map(({ permalink }) => permalink),
    ...after.ghosts.keys(),
    ...after.redirects,
  ]);
  return [...before.notes.values()].flatMap((note): LostAddress[] => {
    const { path, permalink } = note;
    if (note.reach < 2 || served.has(permalink)) return [];
    const newPath = newPaths.get(path) ?? (after.notes.has(path) ? path : '');
    // A page that became private must not lead anywhere.
    const now = after.notes.get(newPath);
    if (now && now.reach < 2) return [];
    return [{ address: permalink, path, newPath, line: redirectLine(note, now ?? note) }];
  });
}

function weightChanges(pairs: readonly NotePair[]): PageWeight[] {
  return pairs
    .filter(({ before, after }) => before.weight > 0 && after.weight > 0)
    .map((pair) => ({
      path: pair.after.path,
      before: pair.before.weight,
      after: pair.after.weight,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

function missingIn<Item>(
  items: readonly Item[],
  others: { has(key: never): boolean },
  keyOf: (item: Item) => unknown = (item) => item,
): Item[] {
  return items.filter((item) => !others.has(keyOf(item) as never));
}
