/** Lets Astro compile the pages' code: a renderer with the site's scripts and styles, kept in the cache. */
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canCompileIn, projectFolder, type SiteFolders } from './folders.ts';
import { readRenderer, sealRenderer, siteFiles } from './keep-renderer.ts';
import { setEnvironment } from './set-environment.ts';
import type { SiteFolder } from './site-folder.ts';

/** Group of the scripts, styles and public files in the site's folder. */
const group = 'compiled';

/**
 * Compiles the pages' code unless the renderer with this key is there, and puts the scripts and styles
 * that belong to it into the site. @returns the folder of the renderer.
 */
export async function compileSite(
  folders: SiteFolders,
  key: string,
  target: SiteFolder,
): Promise<string> {
  const kept = join(folders.cache, 'site', 'renderers');
  const renderer = join(kept, key);
  if ((await readRenderer(renderer)) === null) await compile(folders, renderer);
  if (!target.keepGroup(group, key)) {
    await target.copyGroup(join(renderer, siteFiles), group);
    target.endGroup(group, key);
  }
  const others = (await readdir(kept)).filter((name) => name !== key);
  for (const name of others) await rm(join(kept, name), { recursive: true, force: true });
  return renderer;
}

async function compile(folders: SiteFolders, renderer: string): Promise<void> {
  const elsewhere = canCompileIn(process.cwd())
    ? null
    : await mkdtemp(join(tmpdir(), 'garden-compile-'));
  const made = elsewhere === null ? compiledFolder(folders.cache) : join(elsewhere, 'compiled');
  await rm(made, { recursive: true, force: true });
  setEnvironment(folders);
  process.env['GARDEN_RENDERER'] = renderer;
  // Loading Astro takes longer than a build in which no code changed.
  const { build } = await import('astro');
  const work = () => build({ root: projectFolder, outDir: resolve(made), logLevel: 'warn' });
  await (elsewhere === null ? work() : workingIn(elsewhere, work));
  await sealRenderer(renderer, made);
  await rm(elsewhere ?? made, { recursive: true, force: true });
}

/** Runs work in another working folder. All else that runs meanwhile must use absolute paths. */
async function workingIn(folder: string, work: () => Promise<void>): Promise<void> {
  const start = process.cwd();
  process.chdir(folder);
  await work().finally(() => process.chdir(start));
}

/**
 * The folder that Astro compiles into. It moves files there from the working folder unless the one is
 * inside of the other, which fails between two disks: then both are below the working folder.
 */
function compiledFolder(cache: string): string {
  const isSameDisk = statSync(cache).dev === statSync('.').dev;
  return join(isSameDisk ? join(cache, 'site') : '.astro', 'compiled');
}
