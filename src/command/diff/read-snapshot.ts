/** Reads the two sides of a comparison: a git revision, the files as they are, or a graph.json. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type GardenNote, servedNotes, type Target } from '../../garden/garden.ts';
import type { PublishingDecision } from '../../garden/publishing.ts';
import type { GraphRecord } from '../../garden/record-files.ts';
import type { CheckedNotes } from '../../import/check-notes.ts';
import { explain } from '../../import/publishing-table.ts';
import { digestOf, readBytes } from '../../system/disk.ts';
import { UsageError } from '../../system/usage-error.ts';
import { type CheckPlace, checkVersion, checkWorkingNotes } from '../check/check-version.ts';
import {
  type Snapshot,
  type SnapshotLink,
  type SnapshotNote,
  snapshotOfGraph,
} from './snapshot.ts';

/**
 * The snapshot that an argument names: a file that ends in `.json`, else a git revision; null for the
 * files as they are. `name` is the folder of the cache for it. @throws UsageError
 */
export async function readSnapshot(
  named: string | null,
  name: string,
  place: CheckPlace,
): Promise<Snapshot> {
  if (named === null) return snapshotOf(await checkWorkingNotes(place));
  if (isGraph(named)) return snapshotOfGraph(await readGraph(named));
  return snapshotOf(await checkVersion({ kind: 'revision', name: named }, name, place));
}

/** Whether an argument names a graph.json instead of a revision. */
export function isGraph(named: string | null): boolean {
  return named?.endsWith('.json') === true && existsSync(named);
}

async function readGraph(location: string): Promise<GraphRecord> {
  try {
    const record = JSON.parse(new TextDecoder().decode(await readBytes(location))) as GraphRecord;
    if (Array.isArray(record.notes) && Array.isArray(record.ghosts)) return record;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`“${location}” is not a graph.json of a garden.`);
}

async function snapshotOf(checked: CheckedNotes): Promise<Snapshot> {
  const { garden, folder, diagnostics } = checked;
  const files = new Map<string, number>();
  for (const path of [...garden.assets.keys(), ...garden.unlistedAssets.keys()]) {
    const location = folder.locations.get(path);
    files.set(path, location ? ((await stat(location).catch(() => null))?.size ?? 0) : 0);
  }
  const sources = new Map(folder.sources.map(({ path, source }) => [path, source]));
  const published = new Map(servedNotes(garden).map((entry) => [entry.note.path, entry]));
  const notes = [...garden.publishing].map(([path, decision]): [string, SnapshotNote] => {
    const entry = published.get(path);
    const reason = decision.published ? '' : explain(decision.reason).reason;
    const digest = digestOf(sources.get(path) ?? '');
    const reach = entry ? reachOf(decision) : 0;
    const facts = entry && reach > 1 ? publicFacts(entry, checked, files) : privateFacts;
    return [path, { path, digest, reason, published: entry !== undefined, reach, ...facts }];
  });
  return {
    notes: new Map(notes),
    ghosts: new Map([...garden.ghosts.values()].map(({ permalink, title }) => [permalink, title])),
    tags: new Set([...garden.tags.values()].map(({ name }) => name)),
    redirects: new Set(garden.redirects.keys()),
    ...{ files, diagnostics },
  };
}

function reachOf(decision: PublishingDecision): SnapshotNote['reach'] {
  if (!decision.published) return 0;
  if (decision.access === undefined) return 3;
  return decision.access.kind === 'unlisted' ? 2 : 1;
}

const privateFacts = { title: '', permalink: '', tags: [], links: [], weight: 0, dialect: '' };

function publicFacts(
  { id, note, permalink, targets }: GardenNote,
  checked: CheckedNotes,
  files: ReadonlyMap<string, number>,
) {
  const shown = new Set(targets.flatMap((each) => (each.kind === 'asset' ? [each.path] : [])));
  const ofFiles = [...shown].reduce((sum, path) => sum + (files.get(path) ?? 0), 0);
  return {
    ...{ title: note.title, permalink, tags: note.tags, dialect: note.dialect },
    links: targets.flatMap((target, index): SnapshotLink[] => {
      const link = note.links[index];
      const to = titleOf(target, checked);
      return link && !link.uncounted && to !== null ? [{ ...to, line: link.line }] : [];
    }),
    weight: (checked.weights.get(id) ?? 0) + ofFiles,
  };
}

function titleOf(target: Target, { garden }: CheckedNotes): Omit<SnapshotLink, 'line'> | null {
  if (target.kind === 'note') {
    return { id: target.id, to: garden.notes.get(target.id)?.note.title ?? target.id };
  }
  if (target.kind !== 'ghost') return null;
  return { id: target.id, to: garden.ghosts.get(target.id)?.title ?? target.id };
}
