/** Lets Astro compile the pages' code: a renderer, kept in the cache, and the site's scripts and styles. */
import { statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { projectFolder, type SiteFolders } from './folders.ts';
import { readRenderer } from './keep-renderer.ts';
import { setEnvironment } from './set-environment.ts';
import type { SiteFolder } from './site-folder.ts';

/** Group of the scripts, styles and public files in the site's folder. */
const group = 'compiled';

/**
 * Compiles the pages' code unless the renderer with this key, and all that belongs to it in the site,
 * is there. @returns the folder of the renderer.
 */
export async function compileSite(
  folders: SiteFolders,
  key: string,
  target: SiteFolder,
): Promise<string> {
  const kept = join(folders.cache, 'site', 'renderers');
  const renderer = join(kept, key);
  const isKept = (await readRenderer(renderer)) !== null;
  if (isKept && target.keepGroup(group, key)) return renderer;
  const made = compiledFolder(folders.cache);
  await rm(made, { recursive: true, force: true });
  setEnvironment(folders);
  process.env['GARDEN_RENDERER'] = renderer;
  // Loading Astro takes longer than a build in which no code changed.
  const { build } = await import('astro');
  await build({ root: projectFolder, outDir: resolve(made), logLevel: 'warn' });
  await target.moveAll(made, group);
  target.endGroup(group, key);
  await rm(made, { recursive: true, force: true });
  const others = (await readdir(kept)).filter((name) => name !== key);
  for (const name of others) await rm(join(kept, name), { recursive: true, force: true });
  return renderer;
}

/**
 * The folder that Astro compiles into. It moves files there from the working folder unless the one is
 * inside of the other, which fails between two disks: then both are below the working folder.
 */
function compiledFolder(cache: string): string {
  const isSameDisk = statSync(cache).dev === statSync('.').dev;
  return join(isSameDisk ? join(cache, 'site') : '.astro', 'compiled');
}
