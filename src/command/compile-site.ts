/** Lets Astro compile the pages' code: a renderer with the site's scripts and styles, kept in the cache. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type StartedWorker, startWorker } from '../system/start-worker.ts';
import { UsageError } from '../system/usage-error.ts';
import type { CompileOutcome, CompileTask } from './compile-worker.ts';
import { canCompileIn, projectFolder, type SiteFolders } from './folders.ts';
import { readRenderer, sealRenderer, siteFiles } from './keep-renderer.ts';
import { withOwnerFault } from './owner-fault.ts';
import { setEnvironment } from './set-environment.ts';
import type { SiteFolder } from './site-folder.ts';

/** Group of the scripts, styles and public files in the site's folder. */
const group = 'compiled';

/** The compilation of the pages' code, which may begin while the notes are imported. */
export class SiteCompiler {
  readonly #folders: SiteFolders;
  readonly #kept: string;
  readonly #staysLoaded: boolean;
  /** Whether each was there already. */
  readonly #begun = new Map<string, Promise<boolean>>();
  #thread: StartedWorker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** `staysLoaded`: Astro stays in memory, and compiles the code faster when it has changed. */
  constructor(folders: SiteFolders, staysLoaded = false) {
    this.#folders = folders;
    this.#staysLoaded = staysLoaded;
    this.#kept = join(folders.cache, 'site', 'renderers');
  }

  /**
   * Begins to compile the renderer with this key in a thread of its own; where it is there already, calls
   * `onKept` with its folder.
   */
  begin(key: string, onKept: (renderer: string) => void = () => {}): void {
    const done = this.#afterOthers(key);
    this.#begun.set(key, done);
    // `compiled` throws what happens here.
    done.then(
      (wasKept) => wasKept && onKept(join(this.#kept, key)),
      () => {},
    );
  }

  /**
   * Puts the scripts and styles that belong to the renderer with this key into the site.
   * @returns the folder of the renderer. @throws what Astro says of code that it cannot compile.
   */
  async finish(key: string, target: SiteFolder): Promise<string> {
    const renderer = await this.compiled(key);
    if (!target.keepGroup(group, key)) {
      await target.copyGroup(join(renderer, siteFiles), group);
      target.endGroup(group, key);
    }
    await this.keepOnly(key);
    return renderer;
  }

  /** The folder of the renderer with this key. @throws what Astro says of code that it cannot compile. */
  async compiled(key: string): Promise<string> {
    const begun = this.#begun.get(key);
    this.#begun.delete(key);
    await (begun ?? this.#afterOthers(key));
    return join(this.#kept, key);
  }

  /** Removes all other renderers. */
  async keepOnly(key: string): Promise<void> {
    const others = (await readdir(this.#kept)).filter((name) => name !== key);
    for (const name of others) await rm(join(this.#kept, name), { recursive: true, force: true });
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  /** Astro's settings are those of the thread: it compiles one renderer at a time. */
  #afterOthers(key: string): Promise<boolean> {
    const done = this.#last.catch(() => {}).then(() => this.#complete(key));
    this.#last = done;
    return done;
  }

  /** @returns whether it was complete before. */
  async #complete(key: string): Promise<boolean> {
    const renderer = join(this.#kept, key);
    if ((await readRenderer(renderer)) !== null) return true;
    // A thread cannot change the working folder.
    if (canCompileIn(process.cwd())) await this.#compileBeside(renderer);
    else await compile(this.#folders, renderer);
    return false;
  }

  async #compileBeside(renderer: string): Promise<void> {
    const url = new URL('./compile-worker.ts', import.meta.url);
    this.#thread ??= startWorker(url, null);
    const { sentence, error } = await this.#tell(this.#thread, renderer);
    if (sentence !== undefined) throw new UsageError(sentence);
    if (error !== undefined) throw error;
  }

  async #tell({ worker, ended }: StartedWorker, renderer: string): Promise<CompileOutcome> {
    const task: CompileTask = { folders: this.#folders, renderer, isLast: !this.#staysLoaded };
    // How a thread ends that has nothing to do is nobody's concern.
    ended.catch(() => {});
    worker.postMessage(task);
    try {
      const [outcome] = (await once(worker, 'message')) as [CompileOutcome];
      if (task.isLast) this.#thread = null;
      return outcome;
    } catch (error) {
      // A thread that failed answers no more.
      this.#thread = null;
      throw error;
    }
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
