/** What every page of the site depends on besides its record: code, packages, settings, own files. */

import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Policy } from '../garden/garden.ts';
import { ownerFolder } from '../settings/load-settings.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { packageVersions } from '../system/code-version.ts';
import { digestOf, mapFiles, readBytes } from '../system/disk.ts';
import { projectFolder as root } from './folders.ts';

export interface SiteVersion {
  /** Digest of what the pages' code is compiled from. */
  readonly code: string;
  /** Digest of that and of all settings. Pages that were rendered with another one are rendered again. */
  readonly pages: string;
}

/** What an owner writes in their folder: commands may write beside it. */
const ownerParts = ['theme.css', 'head.html', 'footer.html', 'components', 'plugins'];

/** The versions for the notes in a folder, wherever it and the project are. */
export async function siteVersion(
  notes: string,
  site: SiteSettings,
  policy: Policy,
): Promise<SiteVersion> {
  const source = await filesBelow(join(root, 'src'), (path) => {
    return !/[\\/](?:e2e|fixtures)[\\/]|\.test\.ts$/.test(path);
  });
  const files = await filesBelow(join(root, 'public'), () => true);
  const own = await Promise.all(
    ownerParts.map((part) => filesBelow(resolve(notes, ownerFolder, part), () => true)),
  );
  const code = digestOf(
    // The settings that Astro compiles in; the renderer gets all others when it runs.
    JSON.stringify([site.theme, policy.url, policy.base]),
    ...packageVersions(join(root, 'package.json')),
    ...(await contentsOf(root, [...source, ...files, join(root, 'astro.config.mjs')])),
    ...(await contentsOf(resolve(notes), own.flat())),
  );
  return { code, pages: digestOf(code, JSON.stringify([site, policy])) };
}

/** Path below the folder and content of each file. */
async function contentsOf(
  folder: string,
  locations: readonly string[],
): Promise<(string | Uint8Array)[]> {
  const contents = await mapFiles(locations, readBytes);
  return locations.flatMap((location, index) => [
    relative(folder, location),
    contents[index] ?? '',
  ]);
}

/** The files below a folder, or the file itself; none where there is neither. */
async function filesBelow(folder: string, isMeant: (path: string) => boolean): Promise<string[]> {
  if ((await stat(folder).catch(() => null))?.isFile()) return [folder];
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(folder, options).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isMeant)
    .sort();
}
