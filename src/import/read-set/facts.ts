/**
 * Facts that a page may read, as keys: `note note.title kafka` is the title of the note `kafka`. A key
 * says where the fact is found, so that the next run can compare its digest without rendering.
 */
import type { Drawing } from '../../garden/drawing.ts';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { ownValue } from '../../garden/own-value.ts';
import { digestOf } from '../../system/disk.ts';

/** What facts come from besides the garden. */
export interface FactSources {
  /** Digest of each note's source, dates and vault, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** A key by which a note as it was parsed is known; none where it may have become another one. */
  keyOf(note: Note): string | undefined;
  /** A drawing by its key; undefined where no note has such a diagram. */
  drawing(key: string): Drawing | undefined;
  /** Ids of the notes whose body Astro compiles. */
  readonly mdx: ReadonlySet<string>;
}

/** Kinds of facts; what follows in the key is a property and an id, path or drawing key. */
export type FactKind = keyof typeof finders;

type Finder = (garden: Garden, sources: FactSources, property: string, id: string) => unknown;

const finders = {
  /** A property of a note's entry, or with `note.` before it of the note itself. */
  note: (garden, _sources, property, id) =>
    propertyOf(garden.notes.get(id) ?? garden.unlisted.get(id), property),
  ghost: (garden, _sources, property, id) => propertyOf(garden.ghosts.get(id), property),
  tag: (garden, _sources, property, id) => propertyOf(garden.tags.get(id), property),
  asset: (garden, _sources, _property, id) =>
    garden.assets.get(id) ?? garden.unlistedAssets.get(id),
  mentions: (garden, _sources, _property, id) => garden.mentions.get(id),
  related: (garden, _sources, _property, id) => garden.related?.get(id),
  near: (garden, _sources, _property, id) => garden.near?.get(id),
  redirect: (garden, _sources, _property, id) => garden.redirects.get(id),
  work: (garden, _sources, _property, id) => garden.works?.get(id),
  /** Ids of the journals after and before this one. */
  neighbours: (garden, _sources, _property, id) => {
    const at = garden.journals.indexOf(id);
    return at < 0 ? null : [garden.journals[at - 1], garden.journals[at + 1]];
  },
  body: (_garden, { digests }, _property, id) => digests.get(id),
  drawing: (_garden, sources, _property, id) => sources.drawing(id),
  mdx: (_garden, { mdx }, _property, id) => mdx.has(id),
  /** A property of the garden itself. */
  garden: (garden, _sources, property) => garden[property as keyof Garden],
  /**
   * Everything but the day of the build and what pages show of the notes around them: what an answer to a
   * query depends on.
   */
  whole: (garden) => {
    const {
      notes,
      ghosts,
      tags,
      assets,
      mentions,
      works = [],
      today: _,
      related: _related,
      near: _near,
      ...rest
    } = garden;
    return [[...notes], [...ghosts], [...tags], [...assets], [...mentions], [...works], rest];
  },
} satisfies Readonly<Record<string, Finder>>;

/** The key of a fact. `property` holds no spaces; '-' where the kind has no properties. */
export function factKey(kind: FactKind, property = '-', id = ''): string {
  return `${kind} ${property} ${id}`;
}

/** Property that stands for whether an entry exists. */
export const existence = '?';

/** The names in a property such as `note.title`: thousands of keys have the same few properties. */
const namesIn = new Map<string, readonly string[]>();

function propertyOf(entry: object | undefined, property: string): unknown {
  if (property === existence || entry === undefined) return entry !== undefined;
  let names = namesIn.get(property);
  if (names === undefined) {
    names = property.split('.');
    namesIn.set(property, names);
  }
  let value: unknown = entry;
  for (const name of names) {
    if (value === undefined || value === null) return undefined;
    value = ownValue(value as Readonly<Record<string, unknown>>, name);
  }
  return value;
}

/** What is compared of the garden as it is now. */
export interface FactTexts {
  /** The text of a fact. */
  textOf(key: string): string;
  /** One text for facts about the same id, which is another one whenever a fact is. */
  textOfGroup(keys: readonly string[]): string;
}

/** Begins the keys of what a note itself says. */
const ofNote = factKey('note', 'note.').trimEnd();

/** The id, path or drawing key at the end of a fact's key. */
export function idOf(key: string): string {
  return key.slice(key.indexOf(' ', key.indexOf(' ') + 1) + 1);
}

/** The facts of one garden, as JSON. */
export class Facts implements FactTexts {
  readonly #garden: Garden;
  readonly #sources: FactSources;
  #whole: string | null = null;

  constructor(garden: Garden, sources: FactSources) {
    this.#garden = garden;
    this.#sources = sources;
  }

  /**
   * The fact with this key; of the whole garden its digest. Never to be kept itself: it may hold a name
   * that is not published.
   */
  textOf(key: string): string {
    const kindEnd = key.indexOf(' ');
    const propertyEnd = key.indexOf(' ', kindEnd + 1);
    const kind = key.slice(0, kindEnd) as FactKind;
    const find: Finder = finders[kind];
    const property = key.slice(kindEnd + 1, propertyEnd);
    if (kind === 'whole' && this.#whole !== null) return this.#whole;
    const value = find(this.#garden, this.#sources, property, key.slice(propertyEnd + 1));
    const text = JSON.stringify(value) ?? 'undefined';
    if (kind !== 'whole') return text;
    this.#whole = digestOf(text);
    return this.#whole;
  }

  /**
   * One text for facts about the same id, which is another one whenever a fact is. What a note says itself is
   * told by the key of all that it was parsed from: most of an edited garden is as it was, and to write that
   * down took half a second of ten thousand notes.
   */
  textOfGroup(keys: readonly string[]): string {
    const id = idOf(keys[0] ?? '');
    const entry = this.#garden.notes.get(id) ?? this.#garden.unlisted.get(id);
    const parsed = entry && this.#sources.keyOf(entry.note);
    const others = parsed === undefined ? keys : keys.filter((key) => !key.startsWith(ofNote));
    // No text holds the character that stands between them: JSON escapes it.
    return [parsed ?? '', ...others.map((key) => this.textOf(key))].join('\u0000');
  }
}
