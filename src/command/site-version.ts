/** What every page of the site depends on besides its record: code, packages, settings, own files. */

import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Policy } from '../garden/garden.ts';
import { ownerFolder } from '../settings/load-settings.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { packageVersions } from '../system/code-version.ts';
import { digestOf, mapFiles, readBytes } from '../system/disk.ts';
import { projectFolder as root } from './folders.ts';

/** What an owner writes in their folder: commands may write beside it. */
const ownerParts = ['theme.css', 'head.html', 'footer.html', 'components', 'plugins'];

/** Digest of all of it. Pages that were rendered with another version are rendered again. */
export async function siteVersion(
  notes: string,
  site: SiteSettings,
  policy: Policy,
): Promise<string> {
  const code = await filesBelow(join(root, 'src'), (path) => {
    return !/[\\/](?:e2e|fixtures)[\\/]|\.test\.ts$/.test(path);
  });
  const others = [
    join(root, 'public'),
    ...ownerParts.map((part) => resolve(notes, ownerFolder, part)),
  ];
  const own = (await Promise.all(others.map((place) => filesBelow(place, () => true)))).flat();
  const locations = [...code, join(root, 'astro.config.mjs'), ...own];
  const contents = await mapFiles(locations, readBytes);
  return digestOf(
    JSON.stringify([site, policy]),
    ...packageVersions(join(root, 'package.json')),
    ...locations.flatMap((location, index) => [location, contents[index] ?? '']),
  );
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
