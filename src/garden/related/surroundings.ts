/** The links, tags and names of all notes as numbers: notes first, then ghosts. */
import type { Garden } from '../garden.ts';
import { tagKey } from '../tag-key.ts';

export interface Surroundings {
  /** Ids of notes, then of ghosts. */
  readonly ids: readonly string[];
  readonly count: number;
  /** By note: the notes and ghosts that it links to. */
  readonly cites: readonly ReadonlySet<number>[];
  /** By note or ghost: the notes that link to it. */
  readonly citedBy: readonly ReadonlySet<number>[];
  /** By note: keys of its tags. */
  readonly tags: readonly ReadonlySet<string>[];
  readonly tagged: ReadonlyMap<string, readonly number[]>;
  /** By note: the notes whose name is in its text, and those in whose text its name is. */
  readonly names: readonly ReadonlySet<number>[];
  readonly namedIn: readonly ReadonlySet<number>[];
  /** By note: the notes that its page shows anyway. */
  readonly shown: readonly ReadonlySet<number>[];
}

export function surroundingsOf(garden: Garden): Surroundings {
  const notes = [...garden.notes.values()];
  const ids = [...garden.notes.keys(), ...garden.ghosts.keys()];
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const numbersOf = (some: Iterable<string>) => {
    return new Set([...some].flatMap((id) => numbers.get(id) ?? []));
  };
  const citedBy = [...notes, ...garden.ghosts.values()].map(({ backlinks }) => {
    return numbersOf(backlinks.map(({ from }) => from));
  });
  const cites = turned(citedBy, notes.length);
  const tags = notes.map(({ note }) => new Set(note.tags.map(tagKey)));
  const namedIn = notes.map(({ id }) => {
    return numbersOf((garden.mentions.get(id) ?? []).map(({ from }) => from));
  });
  const shown = notes.map(({ id, children, ancestors, translations = [] }, index) => {
    const above = ancestors.flatMap((ancestor) => ancestor.id ?? []);
    const listed = numbersOf([id, garden.home ?? '', ...children, ...above, ...translations]);
    return new Set([...listed, ...(cites[index] ?? []), ...(citedBy[index] ?? [])]);
  });
  const names = turned(namedIn, notes.length);
  return {
    ids,
    count: notes.length,
    cites,
    citedBy,
    tags,
    tagged: byTag(tags),
    names,
    namedIn,
    shown,
  };
}

/** The relation the other way round. */
function turned(sets: readonly ReadonlySet<number>[], count: number): ReadonlySet<number>[] {
  const others = Array.from({ length: count }, () => new Set<number>());
  for (const [index, set] of sets.entries()) for (const other of set) others[other]?.add(index);
  return others;
}

function byTag(tags: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const tagged = new Map<string, number[]>();
  for (const [note, own] of tags.entries()) {
    for (const tag of own) {
      const known = tagged.get(tag);
      if (known) known.push(note);
      else tagged.set(tag, [note]);
    }
  }
  return tagged;
}
