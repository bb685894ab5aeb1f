/**
 * Keeps the renderer that a build compiles: Astro bundles the pages' code into modules, runs them once
 * for each page, and throws them away. A build that only has other notes needs no other modules, so
 * they stay in a folder, with the site's scripts and styles and the stylesheets of each route, and Astro
 * itself renders nothing.
 */
import { cp, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digestOf, listFiles, mapFiles, readBytes, writeBytes } from '../system/disk.ts';

/** Name of the file that says where the modules begin and which styles the routes have. */
const rendererFile = 'renderer.json';

/** Name of the file that holds the digest of all others, by which damage is noticed: it is written last. */
const sealFile = 'digest';

/** Name of the folder with the files that Astro made for the site. */
export const siteFiles = 'site';

/** What `rendererFile` holds. */
interface RendererRecord {
  /** Name of the module that exports Astro's application. */
  readonly entry: string;
  /** Key of each route in Astro's build, with the stylesheets that were made for it. */
  readonly styles: readonly (readonly [string, readonly object[]])[];
}

/** The parts of Astro's build that are read. */
type Pages = ReadonlyMap<string, { readonly styles: readonly object[] }>;

/** An Astro integration that keeps the renderer in a folder; it does nothing without one. */
export function keepRenderer(folder: string | undefined): AstroIntegration {
  let pages: Pages = new Map();
  let bundle = { folder: '', entry: '' };
  if (folder === undefined) return { name: 'keep-renderer', hooks: {} };
  return {
    name: 'keep-renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [watchBundle((found) => (bundle = found))] } });
      },
      'astro:build:setup': (build) => {
        pages = build.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(
          (usual): AstroPrerenderer => ({
            ...usual,
            name: 'keep-renderer',
            setup: () => keep(bundle, pages, folder),
            getStaticPaths: () => Promise.resolve([]),
          }),
        );
      },
    },
  };
}

interface Bundle {
  readonly folder: string;
  readonly entry: string;
}

/** The parts of Vite's hook that are read. */
interface Output {
  readonly dir?: string | undefined;
}

/** A Vite plugin that reports where the modules of the prerenderer were written. */
function watchBundle(found: (bundle: Bundle) => void) {
  return {
    name: 'keep-renderer',
    writeBundle(
      this: { environment: { name: string } },
      { dir = '' }: Output,
      files: Readonly<Record<string, unknown>>,
    ) {
      if (this.environment.name !== 'prerender') return;
      const entry = Object.keys(files).find((name) => name.startsWith('prerender-entry'));
      if (entry !== undefined) found({ folder: dir, entry });
    },
  };
}

async function keep({ folder, entry }: Bundle, pages: Pages, to: string): Promise<void> {
  if (entry === '') throw new Error('Astro wrote no module to render pages with.');
  await rm(to, { recursive: true, force: true });
  await cp(folder, to, { recursive: true });
  const styles = [...pages].map(([key, page]) => [key, page.styles] as const);
  const record: RendererRecord = { entry, styles };
  await writeBytes(join(to, rendererFile), JSON.stringify(record));
}

/** Completes a renderer with the files for the site that were made with it, in the folder `made`. */
export async function sealRenderer(renderer: string, made: string): Promise<void> {
  await cp(made, join(renderer, siteFiles), { recursive: true });
  await writeBytes(join(renderer, sealFile), await digestOfFiles(renderer));
}

/** The folder with Astro and the other packages: in the project, or where the garden itself is a package. */
function packagesFolder(): string {
  const manifest = findPackageJSON('astro', import.meta.url);
  if (manifest === undefined) throw new Error('The package astro is not installed.');
  return dirname(dirname(manifest));
}

/** The renderer that was kept in a folder; null when there is none, or not all of it. */
export async function readRenderer(folder: string): Promise<RendererRecord | null> {
  try {
    const digest = await readFile(join(folder, sealFile), 'utf8');
    if (digest !== (await digestOfFiles(folder))) return null;
    await linkPackages(join(folder, 'node_modules'));
    return JSON.parse(await readFile(join(folder, rendererFile), 'utf8')) as RendererRecord;
  } catch {
    return null;
  }
}

/** The modules import packages by name, wherever their folder is, also after the project was moved. */
async function linkPackages(link: string): Promise<void> {
  const packages = packagesFolder();
  if ((await readlink(link).catch(() => '')) === packages) return;
  await rm(link, { recursive: true, force: true });
  await symlink(packages, link, 'junction');
}

/** Digest of the modules, of the record, and of the files for the site. */
async function digestOfFiles(folder: string): Promise<string> {
  const files = (await listFiles(folder)).filter(({ path }) => path !== sealFile);
  const contents = await mapFiles(files, ({ location }) => readBytes(location));
  return digestOf(...files.flatMap(({ path }, index) => [path, contents[index] ?? '']));
}
