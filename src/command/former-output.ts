/** Recognises folders that versions without a marker file have written, by their content. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a command writes: the resolved garden, results for the next run, or the site. */
export type FolderKind = 'garden' | 'cache' | 'site';

/** Every name at the top of such a folder. A file that was being written ends in `.part`. */
const gardenNames =
  /^(?:(?:index|notes|site|graph|places|keys)\.json|pages|mdx|files|\.lock|.*\.\d+\.part)$/;
const cacheNames =
  /^(?:astro|dates|diagrams|social|test|notes\.bin|graph-places\.json|places\.json|\.lock|.*\.\d+\.part)$/;

/** Files and folders that occur together only in a site of this program. */
const siteNames = ['_astro', 'explorer', 'llms.txt', 'random.json', 'search'];

/** Whether a folder with these names at its top is output of a version without a marker. */
export function isFormerOutput(
  kind: FolderKind,
  folder: string,
  names: readonly string[],
): boolean {
  if (kind === 'site') return siteNames.every((name) => names.includes(name));
  if (kind === 'cache') return names.every((name) => cacheNames.test(name));
  return (
    names.every((name) => gardenNames.test(name)) &&
    names.includes('index.json') &&
    (names.includes('keys.json') || names.length === 1) &&
    holdsOnlyRecords(join(folder, 'pages'))
  );
}

/** A Logseq graph has a folder `pages`, too: records are named by a digest. */
function holdsOnlyRecords(pages: string): boolean {
  if (!existsSync(pages)) return true;
  return readdirSync(pages).every((name) =>
    /^[0-9a-f]{40}\.(?:json|md)(?:\.\d+\.part)?$/.test(name),
  );
}
