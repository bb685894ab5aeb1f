/** Lets Astro compile the pages' code: a renderer with the site's scripts and styles, kept in the cache. */
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { UsageError } from '../system/usage-error.ts';
import type { CompileTask } from './compile-worker.ts';
import { canCompileIn, projectFolder, type SiteFolders } from './folders.ts';
import { readRenderer, sealRenderer, siteFiles } from './keep-renderer.ts';
import { withOwnerFault } from './owner-fault.ts';
import { startWorker } from './run-worker.ts';
import { setEnvironment } from './set-environment.ts';
import type { SiteFolder } from './site-folder.ts';

/** Group of the scripts, styles and public files in the site's folder. */
const group = 'compiled';

/** The compilation of the pages' code, which may begin while the notes are imported. */
export class SiteCompiler {
  readonly #folders: SiteFolders;
  readonly #kept: string;
  readonly #begun = new Map<string, Promise<void>>();
  #thread: Worker | null = null;

  constructor(folders: SiteFolders) {
    this.#folders = folders;
    this.#kept = join(folders.cache, 'site', 'renderers');
  }

  /** Begins to compile the renderer with this key in a thread of its own, unless it is there. */
  begin(key: string): void {
    const done = this.#complete(key);
    this.#begun.set(key, done);
    // `finish` throws what happens here.
    done.catch(() => {});
  }

  /**
   * Puts the scripts and styles that belong to the renderer with this key into the site.
   * @returns the folder of the renderer. @throws what Astro says of code that it cannot compile.
   */
  async finish(key: string, target: SiteFolder): Promise<string> {
    await (this.#begun.get(key) ?? this.#complete(key));
    const renderer = join(this.#kept, key);
    if (!target.keepGroup(group, key)) {
      await target.copyGroup(join(renderer, siteFiles), group);
      target.endGroup(group, key);
    }
    const others = (await readdir(this.#kept)).filter((name) => name !== key);
    for (const name of others) await rm(join(this.#kept, name), { recursive: true, force: true });
    return renderer;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#thread?.terminate();
  }

  async #complete(key: string): Promise<void> {
    const renderer = join(this.#kept, key);
    if ((await readRenderer(renderer)) !== null) return;
    // A thread cannot change the working folder.
    if (!canCompileIn(process.cwd())) return compile(this.#folders, renderer);
    const url = new URL('./compile-worker.ts', import.meta.url);
    const task: CompileTask = { folders: this.#folders, renderer };
    const { worker, ended } = startWorker(url, task);
    this.#thread = worker;
    let fault: string | null = null;
    worker.on('message', (sentence: string) => {
      fault = sentence;
    });
    await ended;
    if (fault !== null) throw new UsageError(fault);
  }
}

/** Compiles the pages' code into a renderer. @throws UsageError where a file of the owner cannot be compiled. */
export async function compile(folders: SiteFolders, renderer: string): Promise<void> {
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
  await (elsewhere === null ? work() : workingIn(elsewhere, work)).catch((error: unknown) => {
    throw withOwnerFault(error, folders.notes);
  });
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
