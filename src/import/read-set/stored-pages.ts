/**
 * Rendered pages on disk, in two files: all pages, and those that were rendered since. An edit writes the
 * second one, which is small. Each names the other: one without the other counts for nothing.
 */
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { recordFiles } from '../../garden/record-files.ts';
import { digestOf, readBytes, sealed, unsealed, writeBytes } from '../../system/disk.ts';
import { digestsOf, factsFrom, joinFacts, type StoredFacts, withGroups } from './fact-table.ts';
import type { StoredPage } from './kept-pages.ts';

/** All pages with the facts that they read. */
export interface StoredPages {
  readonly version: string;
  readonly facts: StoredFacts;
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** What changed since all pages were written. */
export interface SinceThen {
  /** Numbers of the groups of facts in which one has another digest. */
  readonly groups: ReadonlySet<number>;
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** The file of all pages. */
export interface WholeFile {
  /** Digest of what it holds. */
  readonly name: string;
  /** How many groups of facts and pages it has. */
  readonly groups: number;
  readonly pages: number;
}

export interface FoundPages {
  /** As they are now. */
  readonly stored: StoredPages;
  readonly whole: WholeFile;
  readonly since: SinceThen;
}

interface Whole extends StoredPages {
  readonly name: string;
}

interface Since {
  /** Name of the whole. */
  readonly whole: string;
  readonly groups: ReadonlyMap<number, readonly [group: string, facts: Uint8Array]>;
  readonly added: StoredFacts;
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** What is kept in a folder; null where any of it is missing, damaged or of another version. */
export async function readStored(folder: string, version: string): Promise<FoundPages | null> {
  const whole = await readSealed<Whole>(join(folder, recordFiles.renderedPages));
  const since = await readSealed<Since>(join(folder, recordFiles.renderedSince));
  if (whole?.version !== version || since?.whole !== whole.name) return null;
  const groups = whole.facts.groups.length;
  const size = whole.pages.size;
  const facts = joinFacts(withGroups(whole.facts, since.groups), since.added);
  return {
    stored: { version, facts, pages: new Map([...whole.pages, ...since.pages]) },
    whole: { name: whole.name, groups, pages: size },
    since: { groups: new Set(since.groups.keys()), pages: since.pages },
  };
}

/** Writes all pages. Stopped in between, nothing is kept. */
export async function writeWhole(folder: string, stored: StoredPages): Promise<void> {
  // Told by its content: two imports of the same notes leave the same files.
  const name = digestOf(serialize(stored));
  const whole: Whole = { ...stored, name };
  await writeSealed(join(folder, recordFiles.renderedPages), whole);
  const added = factsFrom(stored.facts, stored.facts.groups.length);
  const since: Since = { whole: name, groups: new Map(), added, pages: new Map() };
  await writeSealed(join(folder, recordFiles.renderedSince), since);
}

/** Writes what changed since the whole was written; `facts` are those of now. */
export async function writeSince(
  folder: string,
  { name, groups: count }: WholeFile,
  { groups, pages }: SinceThen,
  facts: StoredFacts,
): Promise<void> {
  const changed = [...groups].filter((group) => group < count);
  const since: Since = {
    whole: name,
    groups: new Map(
      changed.map((group) => [group, [facts.groups[group] ?? '', digestsOf(facts, group)]]),
    ),
    added: factsFrom(facts, count),
    pages,
  };
  await writeSealed(join(folder, recordFiles.renderedSince), since);
}

async function readSealed<Value>(location: string): Promise<Value | null> {
  try {
    const content = unsealed(await readBytes(location));
    return content && (deserialize(content) as Value);
  } catch {
    return null;
  }
}

async function writeSealed(location: string, value: object): Promise<void> {
  await writeBytes(location, sealed(serialize(value)));
}
