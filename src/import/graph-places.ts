/** Positions of the notes in the graph: computed by the import, and kept while no link changes. */
import { join } from 'node:path';
import { layOut } from '../garden/graph/layout.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readTextIfAny, writeIfChanged } from '../system/disk.ts';

/** The graph as far as its layout depends on it: how many notes, and pairs of their indexes. */
export interface LinkedPoints {
  readonly count: number;
  readonly links: readonly number[];
}

interface Kept {
  readonly digest: string;
  readonly places: readonly number[];
}

/**
 * x and y of every note, one after the other, for the written notes of `GraphData`. Kept in the folder `cache`;
 * the same links give the same places.
 */
export async function placesOf(graph: LinkedPoints, cache: string): Promise<readonly number[]> {
  const version = codeVersion(import.meta.resolve('../garden/graph/layout.ts'));
  const digest = digestOf(version, JSON.stringify([graph.count, graph.links]));
  const location = join(cache, 'graph-places.json');
  const kept = readKept(await readTextIfAny(location), graph.count);
  if (kept?.digest === digest) return kept.places;
  const places = [...layOut({ links: Uint32Array.from(graph.links), count: graph.count })];
  await writeIfChanged(location, JSON.stringify({ digest, places } satisfies Kept));
  return places;
}

/** What the last run kept, or null where it is damaged or of another garden. */
function readKept(text: string | null, count: number): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(text ?? 'null');
    return kept?.places.length === 2 * count ? kept : null;
  } catch {
    return null;
  }
}
