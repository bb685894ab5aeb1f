/** What every page of the site depends on besides its record: code, packages, settings, own files. */

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../garden/garden.ts';
import { ownerFolder } from '../settings/load-settings.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { packageVersions } from '../system/code-version.ts';
import { digestOf, mapFiles, readBytes } from '../system/disk.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Digest of all of it. Pages that were rendered with another version are rendered again. */
export async function siteVersion(
  notes: string,
  site: SiteSettings,
  policy: Policy,
): Promise<string> {
  const code = await filesBelow(join(root, 'src'), (path) => {
    return !/[\\/](?:e2e|fixtures)[\\/]|\.test\.ts$/.test(path);
  });
  const others = [join(root, 'public'), resolve(notes, ownerFolder)];
  const own = (await Promise.all(others.map((folder) => filesBelow(folder, () => true)))).flat();
  const locations = [...code, join(root, 'astro.config.mjs'), ...own];
  const contents = await mapFiles(locations, readBytes);
  return digestOf(
    JSON.stringify([site, policy]),
    ...packageVersions(join(root, 'package.json')),
    ...locations.flatMap((location, index) => [location, contents[index] ?? '']),
  );
}

async function filesBelow(folder: string, isMeant: (path: string) => boolean): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(folder, options).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isMeant)
    .sort();
}
