/** The code that development makes pages with: compiled again when it, the settings or the owner's files change. */
import { join, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { loadSettings, ownerFolder, settingsFile } from '../../settings/load-settings.ts';
import { baseOf } from '../../settings/policy.ts';
import type { SiteSettings } from '../../settings/schema.ts';
import { withFolderLocks } from '../../system/folder-lock.ts';
import { SiteCompiler } from '../compile-site.ts';
import { projectFolder, type SiteFolders } from '../folders.ts';
import { astroFolder, printWait } from '../own-folders.ts';
import { importSettings } from '../owner-settings.ts';
import { sentenceOf } from '../run-command.ts';
import { codeKey, compiledKey, compilesNotes } from '../site-plan.ts';
import { type SiteVersion, siteVersion } from '../site-version.ts';
import { printError } from '../watch-notes.ts';
import type { ServeOrder } from './serve-worker.ts';

/** How long files rest before the code is compiled. In ms. */
const restMs = 100;

/** Parts of the project that the pages' code is compiled from. */
const projectParts = ['src', 'public', 'astro.config.mjs'];

export class ServedCode {
  readonly #folders: SiteFolders;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #compiler: SiteCompiler;
  readonly #tell: (order: ServeOrder) => void;
  /** What was told last, to tell the same only once. */
  #told = '';
  #version: SiteVersion | null = null;
  #running = Promise.resolve();

  constructor(
    folders: SiteFolders,
    environment: NodeJS.ProcessEnv,
    tell: (order: ServeOrder) => void,
  ) {
    this.#folders = folders;
    this.#environment = environment;
    this.#tell = tell;
    this.#compiler = new SiteCompiler(folders, true);
  }

  /** Begins to compile the code while the notes are imported, unless they are a part of it. */
  async begin(): Promise<void> {
    const { notes, garden } = this.#folders;
    const settings = loadSettings(notes);
    if (await compilesNotes(settings.mdx, garden)) return;
    const { policy } = importSettings(notes, settings, this.#environment);
    this.#compiler.begin(codeKey(await siteVersion(notes, settings, policy)));
  }

  /** Says that the records changed: notes may be code that is compiled, too. */
  async recordsChanged(): Promise<void> {
    await this.#show(this.#version);
    this.#tell({ kind: 'records' });
  }

  /** Compiles what changed, and has pages made with it. */
  refresh(): Promise<void> {
    return this.#show(null);
  }

  /** Refreshes whenever the code or a file of the owner changes. */
  watch(): void {
    const notes = resolve(this.#folders.notes);
    // An installed package does not change.
    const isPackage = /[\\/]node_modules[\\/]/u.test(projectFolder);
    const project = isPackage ? [] : projectParts.map((part) => join(projectFolder, part));
    let timer: NodeJS.Timeout | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.refresh(), restMs);
    };
    watch([notes, ...project], {
      ignored: (path) => !isWatched(resolve(path), notes, project),
      ignoreInitial: true,
    })
      .on('all', onChange)
      .on('error', printError);
  }

  /** One after the other; a version that is known was not changed by what happened. */
  #show(version: SiteVersion | null): Promise<void> {
    this.#running = this.#running.then(async () => {
      let settings: SiteSettings;
      try {
        settings = loadSettings(this.#folders.notes);
      } catch (error) {
        // The import prints it.
        this.#tellFault(error);
        return;
      }
      await this.#tellPages(settings, version).catch((error: unknown) => {
        if (this.#tellFault(error)) printError(error);
      });
    });
    return this.#running;
  }

  /** @returns whether it is another fault than that before. */
  #tellFault(error: unknown): boolean {
    const fault = sentenceOf(error) ?? String(error);
    if (this.#told === fault) return false;
    this.#told = fault;
    this.#tell({ kind: 'fault', fault });
    return true;
  }

  async #tellPages(settings: SiteSettings, known: SiteVersion | null): Promise<void> {
    const { notes, garden } = this.#folders;
    const { policy } = importSettings(notes, settings, this.#environment);
    this.#version = null;
    const version = known ?? (await siteVersion(notes, settings, policy));
    const key = await compiledKey(garden, version);
    const alone = [astroFolder];
    const renderer = await withFolderLocks(alone, { onWait: printWait }, () =>
      this.#compiler.compiled(key),
    );
    this.#version = version;
    const order: ServeOrder = {
      ...{ kind: 'pages', renderer, base: baseOf(settings, this.#environment) },
      // A browser that keeps pages would show them as they were.
      settings: { ...settings, offline: false },
    };
    const told = JSON.stringify(order);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell(order);
    await this.#compiler.keepOnly(key).catch(printError);
  }
}

/** Whether a file or folder is a part of the project's code, or the owner's settings or files. */
function isWatched(path: string, notes: string, project: readonly string[]): boolean {
  if (project.some((part) => isBelow(path, part))) return true;
  const owner = join(notes, ownerFolder);
  if (!isBelow(path, owner)) return path === notes || path === join(notes, settingsFile);
  return !/[\\/]node_modules(?:[\\/]|$)/u.test(path.slice(owner.length));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
