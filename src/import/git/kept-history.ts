/** What was read of a folder's history, kept for a commit: the next run with the same one reads nothing. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, writeBytes } from '../../system/disk.ts';
import { readKeptJson } from '../../system/kept-json.ts';

export interface HistoryPlace {
  /** Folder in the cache: what is read of the history. */
  readonly kind: 'dates' | 'history';
  readonly cache: string;
  /** The folder whose history it is, absolute. */
  readonly folder: string;
  readonly head: string;
  /** Version of the code that reads. */
  readonly version: string;
}

interface Kept<Value> {
  readonly folder: string;
  readonly head: string;
  readonly version: string;
  readonly value: Value;
}

/**
 * What is kept for the commit, else what `read` gives; null where it gives nothing, which is not kept. Each
 * folder has one file; those of folders that are gone are removed.
 */
export async function keptHistory<Value>(
  { kind, cache, folder, head, version }: HistoryPlace,
  read: () => Promise<Value | null>,
): Promise<Value | null> {
  const place = join(cache, kind);
  const name = `${digestOf(folder)}.json`;
  const kept = await readKeptJson<Kept<Value>>(join(place, name));
  if (kept?.head === head && kept.version === version) return kept.value;
  const value = await read();
  if (value === null) return null;
  const content: Kept<Value> = { folder, head, version, value };
  await writeBytes(join(place, name), JSON.stringify(content));
  for (const other of await readdir(place))
    if (other !== name) await removeGone(join(place, other));
  return value;
}

/** Removes a file of a folder that does not exist any more, or that an older version wrote. */
async function removeGone(location: string): Promise<void> {
  const kept = await readKeptJson<Partial<Kept<unknown>>>(location);
  if (!kept?.folder || !existsSync(kept.folder)) await rm(location, { force: true });
}
