/**
 * Rendered pages on disk, in two files: all pages, and those that were rendered since. An edit writes the
 * second one, which is small. Each names the other: one without the other counts for nothing.
 */
import { join } from 'node:path';
import { recordFiles } from '../../garden/record-files.ts';
import { readSealed, writeKept } from '../../system/kept-value.ts';
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
  /** Its seal. */
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

interface Since {
  /** Name of the whole. */
  readonly whole: string;
  readonly groups: ReadonlyMap<number, readonly [group: string, facts: Uint8Array]>;
  readonly added: StoredFacts;
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** What is kept in a folder; null where any of it is missing, damaged or of another version. */
export async function readStored(folder: string, version: string): Promise<FoundPages | null> {
  const pages = await readSealed<StoredPages>(join(folder, recordFiles.renderedPages));
  const changes = await readSealed<Since>(join(folder, recordFiles.renderedSince));
  if (pages?.value.version !== version || changes?.value.whole !== pages.seal) return null;
  const { seal: name, value: whole } = pages;
  const since = changes.value;
  const groups = whole.facts.groups.length;
  const size = whole.pages.size;
  const facts = joinFacts(withGroups(whole.facts, since.groups), since.added);
  return {
    stored: { version, facts, pages: new Map([...whole.pages, ...since.pages]) },
    whole: { name, groups, pages: size },
    since: { groups: new Set(since.groups.keys()), pages: since.pages },
  };
}

/** Writes all pages. Stopped in between, nothing is kept. */
export async function writeWhole(folder: string, stored: StoredPages): Promise<void> {
  const name = await writeKept(join(folder, recordFiles.renderedPages), stored);
  const added = factsFrom(stored.facts, stored.facts.groups.length);
  const since: Since = { whole: name, groups: new Map(), added, pages: new Map() };
  await writeKept(join(folder, recordFiles.renderedSince), since);
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
  await writeKept(join(folder, recordFiles.renderedSince), since);
}
