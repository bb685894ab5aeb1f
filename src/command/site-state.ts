/** What is known of the last build of a site, kept in the cache. */
import { join, resolve } from 'node:path';
import { digestOf } from '../system/disk.ts';
import { readKept, writeKept } from '../system/kept-value.ts';

/** Key, size in bytes, time of change in milliseconds, and the group that the file belongs to. */
export type WrittenFile = readonly [key: string, size: number, time: number, group: string];

/** The files of the last build, by path below the site's root. */
export interface SiteState {
  readonly files: ReadonlyMap<string, WrittenFile>;
  /** Keys of the groups of files that are made together. */
  readonly groups: ReadonlyMap<string, string>;
  /** Addresses of pages that the build before had and this one does not. */
  readonly gone?: readonly string[];
}

/** The file that knows the site in `folder`. */
export function siteStateFile(folder: string, cache: string): string {
  return join(cache, 'site', `${digestOf(resolve(folder)).slice(0, 12)}.bin`);
}

/** What is known, which is nothing for a file that is missing or damaged. */
export async function readSiteState(location: string): Promise<SiteState> {
  const nothing: SiteState = { files: new Map(), groups: new Map() };
  const state = await readKept<SiteState>(location);
  return state?.files instanceof Map && state.groups instanceof Map ? state : nothing;
}

/** Keeps what is known for the next build. */
export async function writeSiteState(location: string, state: SiteState): Promise<void> {
  await writeKept(location, state);
}

/**
 * Addresses of pages, below the base and sorted, that the last build into `folder` removed: the one
 * before it had them, and neither a page nor a redirect is there now.
 */
export async function goneAddresses(folder: string, cache: string): Promise<readonly string[]> {
  return (await readSiteState(siteStateFile(folder, cache))).gone ?? [];
}
