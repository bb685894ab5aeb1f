/** Who reads records of pages while the import still renders others, and in which order they are rendered. */
import type { Garden } from '../garden/garden.ts';

export interface EarlyReader {
  /** The ids of the pages that can be found, in groups that are read together. */
  readonly groups: (ids: readonly string[]) => readonly (readonly string[])[];
  /** Takes a group of which a page is new or changed: its records are as they will be. */
  readonly take: (ids: readonly string[]) => void;
}

/** Nobody does. */
export const noEarlyReader: EarlyReader = { groups: (ids) => [ids], take: () => {} };

export interface RenderStep {
  readonly id: string;
  /** The group of which this is the last page that has to be rendered. */
  readonly complete: readonly string[] | null;
}

/**
 * The notes `stale`, which have to be rendered, in such an order that a group is complete as early as can be;
 * those that are in no list, and so in no group, come last.
 */
export function* renderOrder(
  garden: Pick<Garden, 'notes' | 'ghosts'>,
  stale: readonly string[],
  groups: EarlyReader['groups'],
): Generator<RenderStep> {
  const waiting = new Set(stale);
  for (const group of groups([...garden.notes.keys(), ...garden.ghosts.keys()])) {
    const ids = group.filter((id) => waiting.delete(id));
    for (const [index, id] of ids.entries()) {
      yield { id, complete: index === ids.length - 1 ? group : null };
    }
  }
  for (const id of waiting) yield { id, complete: null };
}
