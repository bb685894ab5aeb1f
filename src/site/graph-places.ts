/** Where the notes stand in the graph: computed at build, and kept while nobody changes a link. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphData } from '../garden/graph/graph-data.ts';
import { layOut } from '../garden/graph/layout.ts';
import { sha1Hex } from '../garden/hash.ts';

/** Raised with every change of `layOut` that moves a point. */
const version = 1;

interface Kept {
  readonly digest: string;
  readonly places: readonly number[];
}

/** x, y of every note of `data`; `cache` is a folder. The same links give the same places. */
export function placesOf({ notes, links }: GraphData, cache: string): readonly number[] {
  const digest = sha1Hex(JSON.stringify([version, notes.length, links]));
  const path = join(cache, 'graph-places.json');
  const kept = read(path);
  if (kept?.digest === digest) return kept.places;
  const places = [...layOut({ links: Uint32Array.from(links), count: notes.length })];
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, JSON.stringify({ digest, places } satisfies Kept));
  return places;
}

function read(path: string): Kept | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
