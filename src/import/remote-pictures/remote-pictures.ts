/**
 * Pictures of other hosts in notes. They stay where they are and are reported once; where the owner
 * wants them kept, they are fetched once and served with the site.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, listFiles, mapFiles, readBytes, writeBytes } from '../../system/disk.ts';
import { withoutSvgScripts } from '../attached-code/clean-svg.ts';
import { withoutMetadata } from '../picture-metadata/remove-metadata.ts';
import { pictureSize } from '../picture-size.ts';
import { fetchPicture } from './fetch-picture.ts';
import { remoteAddresses, replaceRemote, withSizes } from './remote-addresses.ts';
import type { RemoteUse } from './remote-diagnostic.ts';

interface Localised<Value> {
  readonly value: Value;
  readonly use: RemoteUse;
  readonly local: (address: string) => string | null;
}

/** The folder below the site's root that holds kept pictures. */
const siteFolder = 'remote';

export interface RemoteSettings {
  /** Folder that keeps what was fetched. */
  readonly folder: string;
  /** Whether pictures are fetched; otherwise nothing is. */
  readonly isKept: boolean;
  readonly base: string;
}

export class RemotePictures {
  readonly #settings: RemoteSettings;
  /** Names of fetched pictures by the digest of their address. */
  readonly #names: Map<string, string>;

  private constructor(settings: RemoteSettings, names: Map<string, string>) {
    this.#settings = settings;
    this.#names = names;
  }

  static async open(settings: RemoteSettings): Promise<RemotePictures> {
    const files = existsSync(settings.folder) ? await listFiles(settings.folder) : [];
    const names = files.map(({ path }) => [digestIn(path), path] as const);
    return new RemotePictures(settings, new Map(names));
  }

  /** Changes with what pages show of other hosts. */
  get version(): string {
    return this.#settings.isKept ? 'kept' : 'linked';
  }

  /** Whether a page that was rendered before still has its pictures, and none that is to be fetched again. */
  isCurrent({ addresses, files }: RemoteUse): boolean {
    const isFetched = !this.#settings.isKept || addresses.length === 0;
    return isFetched && files.every((name) => existsSync(join(this.#settings.folder, name)));
  }

  /**
   * A record, or part of one, with the addresses of kept pictures in every text of HTML; `local` gives
   * the same addresses, or null for a picture that stays where it is.
   */
  async localise<Value>(value: Value): Promise<Localised<Value>> {
    const found = new Set<string>();
    eachHtml(value, (html) => {
      for (const address of remoteAddresses(html)) found.add(address);
    });
    if (!this.#settings.isKept || found.size === 0) {
      return { value, use: { addresses: [...found], files: [] }, local: () => null };
    }
    const names = new Map<string, string>();
    await mapFiles([...found], async (address) => {
      const name = await this.#keep(address);
      if (name !== null) names.set(address, name);
    });
    const local = (address: string) => {
      const name = names.get(address);
      return name === undefined ? null : this.#addressOf(name);
    };
    const sizes = new Map(
      await mapFiles([...names.values()], async (name) => {
        const bytes = await readBytes(join(this.#settings.folder, name));
        return [this.#addressOf(name), pictureSize(bytes)] as const;
      }),
    );
    const sizeOf = (address: string) => sizes.get(address);
    return {
      local,
      value: mapHtml(value, (html) => withSizes(replaceRemote(html, local), sizeOf)),
      use: { addresses: [...found].filter((each) => !names.has(each)), files: [...names.values()] },
    };
  }

  #addressOf(name: string): string {
    return `${this.#settings.base}${siteFolder}/${name}`;
  }

  /** The files of the site for these pages, with where they lie. */
  files(
    uses: Iterable<RemoteUse>,
  ): readonly { readonly name: string; readonly location: string }[] {
    const names = new Set([...uses].flatMap(({ files }) => files));
    return [...names].map((name) => {
      return { name: `${siteFolder}/${name}`, location: join(this.#settings.folder, name) };
    });
  }

  /** Fetches a picture unless that was done before. @returns its name, or null where it cannot be had. */
  async #keep(address: string): Promise<string | null> {
    const digest = digestOf(address);
    const known = this.#names.get(digest);
    if (known !== undefined) return known;
    const picture = await fetchPicture(address);
    if (picture === null) return null;
    const name = `${digest}.${picture.extension}`;
    const clean = picture.extension === 'svg' ? withoutSvgScripts : withoutMetadata;
    await writeBytes(join(this.#settings.folder, name), clean(picture.bytes));
    this.#names.set(digest, name);
    return name;
  }
}

/** A record that shows nothing of other hosts, as `localise` gives it. */
export function onlyOwn<Value>(value: Value): Localised<Value> {
  return { value, use: { addresses: [], files: [] }, local: () => null };
}

/** The digest of the address that a kept picture has come from, by its name. */
function digestIn(name: string): string {
  return name.replace(/\..*$/, '');
}

/** Gives every text of plain data whose key ends in “html” to `see`. */
function eachHtml(value: unknown, see: (html: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (typeof each !== 'string') eachHtml(each, see);
    else if (/html$/i.test(key)) see(each);
  }
}

/** A copy of plain data in which every text whose key ends in “html” is changed. */
function mapHtml<Value>(value: Value, change: (html: string) => string): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => mapHtml(each, change)) as Value;
  const entries = Object.entries(value).map(([key, each]) => {
    return [
      key,
      typeof each === 'string' && /html$/i.test(key) ? change(each) : mapHtml(each, change),
    ];
  });
  return Object.fromEntries(entries) as Value;
}
