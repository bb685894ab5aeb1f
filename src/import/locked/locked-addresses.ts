/** Addresses of locked pages whose owner chose none: names that tell nothing without the password. Pure. */
import { compareText } from '../../garden/diagnostic.ts';
import type { Garden, GardenNote, Target, UnlistedNote } from '../../garden/garden.ts';

/**
 * The garden with `/locked/NAME/` for each locked note that has no address of its owner's; `nameOf` gives
 * the name. Links lead there.
 */
export function withLockedAddresses(
  garden: Garden,
  nameOf: (entry: UnlistedNote) => string,
): Garden {
  const moved = new Map<string, string>();
  for (const entry of garden.unlisted.values()) {
    const { access, note, id } = entry;
    if (access.kind !== 'password' || access.title !== '' || note.permalink !== null) continue;
    moved.set(id, `locked/${nameOf(entry)}`);
  }
  if (moved.size === 0) return garden;
  const withTargets = <Entry extends GardenNote>(entry: Entry): Entry => {
    const targets = entry.targets.map((target) => movedTarget(target, moved));
    return targets.every((target, index) => target === entry.targets[index])
      ? entry
      : { ...entry, targets };
  };
  const unlisted = [...garden.unlisted.values()].map((entry) => {
    const id = moved.get(entry.id) ?? entry.id;
    return { ...withTargets(entry), id, permalink: `/${id}/` };
  });
  unlisted.sort((a, b) => compareText(a.id, b.id));
  return {
    ...garden,
    notes: new Map([...garden.notes].map(([id, entry]) => [id, withTargets(entry)])),
    unlisted: new Map(unlisted.map((entry) => [entry.id, entry])),
  };
}

function movedTarget(target: Target, moved: ReadonlyMap<string, string>): Target {
  if (target.kind === 'note') {
    // Only the note itself has this target.
    const id = moved.get(target.id);
    return id === undefined ? target : { ...target, id };
  }
  if (target.kind !== 'private' || target.locked === undefined) return target;
  const id = moved.get(target.locked.permalink.replace(/^\/|\/$/g, ''));
  return id === undefined
    ? target
    : { ...target, locked: { ...target.locked, permalink: `/${id}/` } };
}
