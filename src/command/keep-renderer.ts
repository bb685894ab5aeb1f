/**
 * Keeps the renderer that a build compiles: Astro bundles the pages' code into modules, runs them once
 * for each page, and throws them away. A build that only has other notes needs no other modules, so
 * they stay in a folder, with the stylesheets of each route, and Astro itself renders nothing.
 */
import { cp, readFile, rm, symlink } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digestOf, listFiles, mapFiles, readBytes, writeBytes } from '../system/disk.ts';

/** Name of the file that says where the modules begin and which styles the routes have. */
const rendererFile = 'renderer.json';

/** What `rendererFile` holds. */
export interface RendererRecord {
  /** Digest of all modules, by which damage is noticed. */
  readonly digest: string;
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
  const record: RendererRecord = { digest: await digestOfModules(to), entry, styles };
  // The modules import packages by name, wherever the folder is.
  await symlink(packagesFolder(), join(to, 'node_modules'), 'junction');
  await writeBytes(join(to, rendererFile), JSON.stringify(record));
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
    const record = JSON.parse(await readFile(join(folder, rendererFile), 'utf8')) as RendererRecord;
    return record.digest === (await digestOfModules(folder)) ? record : null;
  } catch {
    return null;
  }
}

async function digestOfModules(folder: string): Promise<string> {
  const files = (await listFiles(folder)).filter(({ path }) => path.endsWith('.mjs'));
  const contents = await mapFiles(files, ({ location }) => readBytes(location));
  return digestOf(...files.flatMap(({ path }, index) => [path, contents[index] ?? '']));
}
