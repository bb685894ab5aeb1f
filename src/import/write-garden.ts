/** Writes the records besides the pages, copies files, and removes what is obsolete. */
import { basename, join } from 'node:path';
import type { Drawings } from '../draw/draw-diagrams.ts';
import type { SocialImages } from '../draw/draw-social-images.ts';
import type { Thumbnails } from '../draw/draw-thumbnails.ts';
import type { Garden } from '../garden/garden.ts';
import { graphJson } from '../garden/graph/graph-json.ts';
import type { FormulaParts } from '../garden/page.ts';
import {
  type GraphRecord,
  type PageEntry,
  pageExcerptsFile,
  pageMarkdownFile,
  pageRecordFile,
  recordFiles,
} from '../garden/record-files.ts';
import { type Descriptions, renderSite, summaries } from '../garden/render/render-site.ts';
import {
  copyIfChanged,
  keepOnly,
  mapFiles,
  readBytes,
  writeBytesIfChanged,
  writeIfChanged,
} from '../system/disk.ts';
import { isHtml, withoutScripts } from './attached-code/clean-html.ts';
import { withoutSvgScripts } from './attached-code/clean-svg.ts';
import type { GraphPlaces } from './graph-places.ts';
import type { KeptFiles } from './kept-files.ts';
import type { LockedPages } from './locked/lock-pages.ts';
import { mathFiles } from './math-files.ts';
import { isPhoto, withoutMetadata } from './picture-metadata/remove-metadata.ts';
import type { NotesFolder } from './read-vaults.ts';
import type { RenderedPages } from './render-pages.ts';

export interface WrittenParts {
  readonly entries: readonly PageEntry[];
  readonly graph: GraphRecord;
  readonly places: GraphPlaces;
  readonly math: readonly FormulaParts[];
  readonly remoteFiles: RenderedPages['remoteFiles'];
  /** Encrypted files of notes with a password. */
  readonly lockedFiles: LockedPages['files'];
  readonly descriptions: Descriptions;
  readonly drawings: Drawings;
  readonly pictures: SocialImages;
  /** Smaller copies of pictures. */
  readonly thumbnails: Thumbnails['files'];
  readonly folder: NotesFolder;
  /** What is known of files of an earlier import. */
  readonly kept: KeptFiles;
  readonly out: string;
  readonly cache: string;
  /** Whether copies of pictures keep what cameras and editors write into them. */
  readonly keepPictureMetadata: boolean;
}

/** Writes indexes and files of the garden. `index.json` comes last, so that a watcher of it finds the rest complete. */
export async function writeGarden(garden: Garden, parts: WrittenParts): Promise<void> {
  const { entries, graph, out } = parts;
  await copyFiles(garden, parts);
  const notes = summaries(garden, parts.descriptions);
  const site = renderSite(garden);
  await writeIfChanged(join(out, recordFiles.notes), JSON.stringify(notes));
  await writeIfChanged(join(out, recordFiles.site), JSON.stringify(site));
  await writeIfChanged(join(out, recordFiles.graph), graphJson(graph));
  const places = await parts.places.found();
  await writeIfChanged(join(out, recordFiles.places), JSON.stringify(places));
  await writeIfChanged(join(out, recordFiles.index), JSON.stringify(entries));
}

/** Removes the records of deleted or unpublished pages: nothing private may stay on disk. */
export async function removeGone(
  { entries, withExcerpts }: Pick<RenderedPages, 'entries' | 'withExcerpts'>,
  mdx: ReadonlySet<string>,
  out: string,
): Promise<void> {
  const pages = entries.flatMap(({ id, kind }) => {
    const hasCopy = kind === 'note' || kind === 'journal';
    return hasCopy ? [pageRecordFile(id), pageMarkdownFile(id)] : [pageRecordFile(id)];
  });
  const excerpts = [...withExcerpts].map(pageExcerptsFile);
  const wanted = new Set([...pages, ...excerpts, ...mdx]);
  await keepOnly(out, wanted, recordFiles.pages);
  await keepOnly(out, wanted, recordFiles.mdx);
}

/** What a file loses when it is copied, or null where it is copied as it is. */
function changeOf(path: string, keepMetadata: boolean): ((bytes: Uint8Array) => Uint8Array) | null {
  if (/\.svg$/i.test(path)) return withoutSvgScripts;
  if (isHtml(path)) return (bytes) => withoutScripts(path, bytes);
  return keepMetadata || !isPhoto(path) ? null : withoutMetadata;
}

/** A file as it is published: without scripts, and without what cameras write into pictures. */
export async function publishedBytes(
  path: string,
  { locations }: NotesFolder,
  keepMetadata: boolean,
): Promise<Uint8Array> {
  const bytes = await readBytes(locations.get(path) ?? path);
  return changeOf(path, keepMetadata)?.(bytes) ?? bytes;
}

async function copyFiles(
  garden: Garden,
  {
    math,
    remoteFiles,
    lockedFiles,
    drawings,
    pictures,
    thumbnails,
    folder,
    out,
    cache,
    kept,
    keepPictureMetadata,
  }: WrittenParts,
): Promise<void> {
  const files = join(out, recordFiles.files);
  const wanted = new Set<string>();
  const served = [...garden.assets, ...garden.unlistedAssets];
  await mapFiles(served, async ([path, { asset, permalink }]) => {
    const name = permalink.replace(/^\//, '');
    wanted.add(name);
    const source = folder.locations.get(path) ?? path;
    const location = join(files, name);
    const change = changeOf(path, keepPictureMetadata);
    const content = `${change === null ? 'copy' : 'changed'} ${asset.digest}`;
    if (await kept.isWritten(location, content)) return;
    if (change === null) await copyIfChanged(source, location);
    else await writeBytesIfChanged(location, change(await readBytes(source)));
    await kept.written(location, content);
  });
  for (const { name, content } of drawings.files()) {
    wanted.add(name);
    await writeIfChanged(join(files, name), content);
  }
  await mapFiles(lockedFiles, async ({ name, content }) => {
    wanted.add(name);
    await writeBytesIfChanged(join(files, name), content);
  });
  await mapFiles(thumbnails, async ({ name, location }) => {
    wanted.add(name);
    const copy = join(files, name);
    // Its name is the digest of what it is made of.
    if (await kept.isWritten(copy, name)) return;
    await copyIfChanged(location, copy);
    await kept.written(copy, name);
  });
  await mapFiles([...pictures.files, ...remoteFiles], async ({ name, location }) => {
    wanted.add(name);
    await copyIfChanged(location, join(files, name));
  });
  // Pictures of notes that are private now leave the cache, too.
  await keepOnly(
    join(cache, 'remote'),
    new Set(remoteFiles.map(({ location }) => basename(location))),
  );
  for (const name of await mathFiles(math, files)) wanted.add(name);
  await keepOnly(files, wanted);
}
