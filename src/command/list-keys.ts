/**
 * Keys of the files that are made of the records of many pages: lists, feeds, graphs. They tell without
 * Astro which modules have nothing new to say: a module says which files there are by the records that it
 * reads for it, and makes each of them of what it said and of the records that the file reads.
 */
import { join } from 'node:path';
import { digestOf, readBytes } from '../system/disk.ts';

/** What a file was made of. */
export interface FileKey {
  /** The module that makes it. */
  readonly component: string;
  /** Digest of what the module said of the file, and of the version of the site. */
  readonly props: string;
  /** The records that it read, with their digest. */
  readonly reads: Reads;
}

/** Names of record files, and the digest of what they held. */
export interface Reads {
  readonly digest: string;
  readonly names: readonly string[];
}

/** The key of a file as text. No part of it holds a space. */
export function fileKey({ component, props, reads }: FileKey): string {
  return [component, props, readsText(reads)].join(' ');
}

/** What a key says; null for text that is none. */
export function readFileKey(text: string): FileKey | null {
  const [component = '', props = '', digest = '', ...names] = text.split(' ');
  return digest === '' ? null : { component, props, reads: { digest, names } };
}

function readsText({ digest, names }: Reads): string {
  return [digest, ...names].join(' ');
}

/** What modules read to say which files there are, by module. */
export type Listings = ReadonlyMap<string, Reads>;

/** The listings of a version of the site as text: the key of the group of all these files. */
export function listingsKey(version: string, listings: Listings): string {
  const lines = [...listings].map(([component, reads]) => `${component} ${readsText(reads)}`);
  return [version, ...lines].join('\n');
}

/** The listings that a key tells of; none of another version. */
export function readListings(key: string, version: string): Listings {
  const [kept, ...lines] = key.split('\n');
  if (kept !== version) return new Map();
  return new Map(
    lines.map((line) => {
      const [component = '', digest = '', ...names] = line.split(' ');
      return [component, { digest, names }];
    }),
  );
}

/** Digests of record files by name, each read once. */
export class RecordDigests {
  readonly #folder: string;
  readonly #known: Map<string, string>;

  /** `known` are digests that need no reading. */
  constructor(folder: string, known: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#known = new Map(known);
  }

  /** What the files with these names hold now. */
  async readsOf(names: readonly string[]): Promise<Reads> {
    const digests: string[] = [];
    for (const name of names) digests.push(this.#known.get(name) ?? (await this.#read(name)));
    return { digest: digestOf(...digests), names };
  }

  /** Whether the files hold what they held. */
  async areSame({ digest, names }: Reads): Promise<boolean> {
    return (await this.readsOf(names)).digest === digest;
  }

  async #read(name: string): Promise<string> {
    const digest = digestOf(await readBytes(join(this.#folder, name)).catch(() => 'missing'));
    this.#known.set(name, digest);
    return digest;
  }
}
