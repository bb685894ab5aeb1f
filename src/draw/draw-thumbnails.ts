/** Makes smaller copies of the garden's pictures; those of unchanged files come from the cache. */
import { join } from 'node:path';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { Garden, ServedAsset, Thumbnail } from '../garden/garden.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, keepOnly, listFiles, readBytes, writeBytes } from '../system/disk.ts';
import { readKeptJson } from '../system/kept-json.ts';
import { counted, type Stage } from '../system/progress.ts';

export interface Thumbnails {
  /** The garden with the copies of its pictures. */
  readonly garden: Garden;
  /** All copies: the file on disk, and its name below the site's root. */
  readonly files: readonly { readonly name: string; readonly location: string }[];
  /** Number of pictures of which copies were made in this run. */
  readonly made: number;
  /** `unreadable-picture` for each file that cannot be decoded: it is served as it is. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The garden as it is. */
export function withoutThumbnails(garden: Garden): Thumbnails {
  return { garden, files: [], made: 0, diagnostics: [] };
}

export interface ThumbnailInput {
  /** Where the files of the vaults lie, by path. */
  readonly locations: ReadonlyMap<string, string>;
  /** Folder that keeps copies between runs. */
  readonly kept: string;
  readonly stage: Stage;
}

/** What is known of a picture: its copies, or why it has none. */
interface KeptPicture {
  /** `file` is the name of the copy, null for the picture itself. */
  readonly copies: readonly { readonly width: number; readonly file: string | null }[];
  readonly fault: string;
}

/** Pictures at the same time. */
const lanes = 2;

const listName = 'pictures.json';

/** Folder below the site's root. */
const siteFolder = 'thumbnails';

/** Makes the copies that are missing, and removes those that no published picture has. */
export async function drawThumbnails(garden: Garden, input: ThumbnailInput): Promise<Thumbnails> {
  const version = codeVersion(import.meta.resolve('./thumbnails/resize.ts'));
  const keyOf = (digest: string) => digestOf(version, digest).slice(0, 20);
  const pictures = [...garden.assets, ...garden.unlistedAssets].filter(([path]) => isPicture(path));
  const paths = new Map(pictures.map(([path, { asset }]) => [keyOf(asset.digest), path]));
  const { known, made } = await knownPictures(paths, input);
  const files = [...known.values()].flatMap(({ copies }) =>
    copies.flatMap(({ file }) => file ?? []),
  );
  await keepOnly(input.kept, new Set([...files, listName]));
  const withCopies = (assets: Garden['assets']): Garden['assets'] => {
    const entries = [...assets].map(([path, served]) => {
      const copies = known.get(keyOf(served.asset.digest))?.copies ?? [];
      return [path, isPicture(path) ? withThumbnails(served, copies) : served] as const;
    });
    return new Map(entries);
  };
  return {
    garden: {
      ...garden,
      assets: withCopies(garden.assets),
      unlistedAssets: withCopies(garden.unlistedAssets),
    },
    files: files.map((file) => ({
      name: `${siteFolder}/${file}`,
      location: join(input.kept, file),
    })),
    made,
    diagnostics: pictures.flatMap(([path, { asset }]) => {
      const fault = known.get(keyOf(asset.digest))?.fault ?? '';
      return fault === '' ? [] : [unreadablePicture(path, fault)];
    }),
  };
}

/** Whether a file may be a still picture of pixels, which a browser shows. */
function isPicture(path: string): boolean {
  return /\.(?:avif|gif|jpe?g|jfif|png|webp)$/i.test(path);
}

function withThumbnails(
  { asset, permalink }: ServedAsset,
  copies: KeptPicture['copies'],
): ServedAsset {
  const thumbnails = copies.map(({ width, file }): Thumbnail => {
    return { width, permalink: file === null ? permalink : `/${siteFolder}/${file}` };
  });
  return { permalink, asset: thumbnails.length === 0 ? asset : { ...asset, thumbnails } };
}

/** What is known of each picture by its key, and of how many only since now. */
async function knownPictures(
  paths: ReadonlyMap<string, string>,
  { locations, kept, stage }: ThumbnailInput,
): Promise<{ known: ReadonlyMap<string, KeptPicture>; made: number }> {
  const location = join(kept, listName);
  const before = (await readKeptJson<Record<string, KeptPicture>>(location)) ?? {};
  const there = new Set((await listFiles(kept).catch(() => [])).map(({ path }) => path));
  const isWhole = ({ copies }: KeptPicture) =>
    copies.every(({ file }) => file === null || there.has(file));
  const usable = new Map(Object.entries(before).filter(([, picture]) => isWhole(picture)));
  const known = new Map<string, KeptPicture>();
  const missing = [...paths].filter(([key]) => {
    const picture = usable.get(key);
    if (picture !== undefined) known.set(key, picture);
    return picture === undefined;
  });
  let done = 0;
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < missing.length; at = next++) {
      const [key = '', path = ''] = missing[at] ?? [];
      known.set(key, await keepCopies(key, locations.get(path) ?? path, kept));
      done += 1;
      stage.reached(`${done} of ${counted(missing.length, 'picture')}`, done / missing.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, missing.length) }, lane));
  const sorted = [...paths.keys()].flatMap((key) => {
    const picture = known.get(key);
    return picture === undefined ? [] : [[key, picture] as const];
  });
  if (missing.length > 0) await writeBytes(location, JSON.stringify(Object.fromEntries(sorted)));
  return { known: new Map(sorted), made: missing.length };
}

/** Makes the copies of one picture. */
async function keepCopies(key: string, location: string, kept: string): Promise<KeptPicture> {
  try {
    // Loading what decodes takes longer than an import in which nothing changed.
    const { resizedPictures } = await import('./thumbnails/resize.ts');
    const resized = await resizedPictures(await readBytes(location));
    const copies = [];
    for (const { width, bytes } of resized) {
      const file = bytes === null ? null : `${key}-${width}.webp`;
      if (file !== null && bytes !== null) await writeBytes(join(kept, file), bytes);
      copies.push({ width, file });
    }
    return { copies, fault: '' };
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { copies: [], fault: first };
  }
}

function unreadablePicture(path: string, fault: string): Diagnostic {
  return {
    ...{ code: 'unreadable-picture', path, line: 1, column: 1 },
    message: `The picture cannot be decoded (${fault}); it is served as it is, without smaller copies.`,
    hint: 'Open it in a program for pictures and save it again, or put a whole copy in its place.',
  };
}
