/** Which excerpts of other notes a page shows: what its digest depends on, and how many fit on it. */
import type { Garden } from '../garden/garden.ts';
import type { NoteExcerpts, ReferenceGroup } from '../garden/page.ts';
import { backlinkGroups, taggedGroups } from '../garden/render/page/references.ts';
import { tagOfNote } from '../garden/render/page/tagged.ts';
import { digestOf } from '../system/disk.ts';

/** Of a note's excerpts what is kept for the next import. */
export interface ExcerptKeys {
  /** For each link of the note the index of its excerpt, or -1. */
  readonly of: Int32Array;
  /** A digest of each excerpt, and its size in characters. */
  readonly digests: readonly string[];
  readonly sizes: readonly number[];
}

/** Characters of HTML of the references on a page. More of them are on a page of their own. */
const maxSize = 70_000;

/** Characters around each excerpt: its place, its bullet, the list item. */
const frameSize = 260;

export function excerptKeys(excerpts: NoteExcerpts): ExcerptKeys {
  const texts = excerpts.excerpts.map((excerpt) => JSON.stringify(excerpt));
  return {
    of: Int32Array.from(excerpts.of),
    digests: texts.map((text) => digestOf(text).slice(0, 16)),
    sizes: texts.map((text) => text.length + frameSize),
  };
}

/** What a page shows of the notes that refer to it. */
export interface PageReferences {
  /** Changes with any excerpt; '' for a page without references. */
  readonly digest: string;
  /** How many references the page itself shows, where it does not show all of them. */
  readonly shown?: number;
}

/** What is known of the notes that refer to a page. */
export interface KnownNote {
  readonly description: string;
  readonly excerpts: ExcerptKeys | null;
}

/** The references of the note or ghost with this id, or of the tag with this key. */
export function pageReferences(
  garden: Garden,
  page: { readonly id: string } | { readonly tag: string },
  notes: ReadonlyMap<string, KnownNote>,
): PageReferences {
  const groups = 'tag' in page ? tagReferences(garden, page.tag) : noteReferences(garden, page.id);
  if (groups.length === 0) return { digest: '' };
  const keys: string[] = [];
  let size = 0;
  let count = 0;
  let shown = 0;
  const add = (key: string, characters: number): void => {
    keys.push(key);
    size += characters;
    count += 1;
    if (size <= maxSize) shown = count;
  };
  for (const { id, links } of groups) {
    const { description, excerpts } = shownOf(notes.get(id));
    const indexes = excerpts === null ? [] : indexesOf(excerpts, links);
    for (const index of indexes) add(excerpts?.digests[index] ?? '', excerpts?.sizes[index] ?? 0);
    if (indexes.length === 0) add(description, description.length + frameSize);
  }
  const digest = digestOf(...keys);
  return size <= maxSize ? { digest } : { digest, shown };
}

/** A note without a file of excerpts is shown without its description. */
function shownOf(note: KnownNote | undefined): KnownNote {
  return note?.excerpts ? note : { description: '', excerpts: null };
}

/** The excerpts of these links, each once. */
function indexesOf({ of }: ExcerptKeys, links: readonly number[]): readonly number[] {
  const indexes: number[] = [];
  for (const link of links) {
    const index = of[link] ?? -1;
    if (index >= 0 && !indexes.includes(index)) indexes.push(index);
  }
  return indexes;
}

function tagReferences(garden: Garden, key: string): ReferenceGroup[] {
  return taggedGroups(garden, key, garden.tags.get(key)?.notes ?? []);
}

/** In the order of the page: notes with its tag, then backlinks. */
function noteReferences(garden: Garden, id: string): ReferenceGroup[] {
  const note = garden.notes.get(id);
  const backlinks = note?.backlinks ?? garden.ghosts.get(id)?.backlinks ?? [];
  const tagged = note === undefined ? [] : (tagOfNote(garden, note)?.notes ?? []);
  return backlinks.length === 0
    ? [...tagged]
    : [...tagged, ...backlinkGroups(garden, backlinks, id)];
}
