/** The notes as development imports them. */
import type { GardenImport } from '../../import/import-garden.ts';
import type { RunOptions } from '../../import/import-settings.ts';
import type { ImportReport } from '../../import/report.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { Progress } from '../../system/progress.ts';
import { type BuildInputs, readInputs } from '../build-inputs.ts';
import type { SiteFolders } from '../folders.ts';
import { changedInput } from '../kept-work.ts';
import { importSettings } from '../owner-settings.ts';
import { keepingImport, lastImport, type ToldImport, toldOf } from './last-import.ts';

export class ServedGarden {
  readonly #folders: SiteFolders;
  readonly #environment: NodeJS.ProcessEnv;
  #opened: Promise<GardenImport> | null = null;
  /** What the last import of this process was made of; null where there was none, or it could not be told. */
  #inputs: BuildInputs | null = null;

  constructor(folders: SiteFolders, environment: NodeJS.ProcessEnv) {
    this.#folders = folders;
    this.#environment = environment;
  }

  /** What there is to tell first: what the last import told, where it left all that there is, else of a new one. */
  async start(progress: Progress): Promise<ToldImport> {
    const inputs = await this.#readInputs();
    const last = await lastImport(this.#folders, inputs, progress);
    return last ?? toldOf(await this.#import(inputs, progress, {}));
  }

  /** As `GardenImport.run`. */
  async run(progress: Progress, options: RunOptions = {}): Promise<ImportReport> {
    const report = await this.#import(await this.#readInputs(), progress, options);
    // Not in `start`, for which readers wait.
    await (await this.#open()).rehearseUpdate();
    return report;
  }

  /**
   * Whether there was no import in this process yet, as updates need one, or a note was saved while it ran. If
   * not, what the first saved note needs is loaded.
   */
  async isStale(): Promise<boolean> {
    const before = this.#inputs;
    const now = before && (await this.#readInputs());
    if (before === null || now === null || changedInput(before, now) !== null) return true;
    await (await this.#open()).rehearseUpdate();
    return false;
  }

  /** As `GardenImport.update`. */
  async update(paths: readonly string[]): Promise<ImportReport | null> {
    return (await this.#open()).update(paths);
  }

  /** Of what an import is made: to be told before anything of it is read. */
  #readInputs(): Promise<BuildInputs | null> {
    return readInputs(this.#folders, this.#environment);
  }

  async #import(
    inputs: BuildInputs | null,
    progress: Progress,
    options: RunOptions,
  ): Promise<ImportReport> {
    const garden = await this.#open();
    const run = () => garden.run(progress, options);
    const report = await keepingImport(this.#folders, inputs, run);
    this.#inputs = inputs;
    return report;
  }

  #open(): Promise<GardenImport> {
    this.#opened ??= this.#load();
    return this.#opened;
  }

  async #load(): Promise<GardenImport> {
    const { notes, garden, cache } = this.#folders;
    const settings = () => ({
      ...importSettings(notes, loadSettings(notes), this.#environment),
      // The server may read the records of a page that goes until it knows that it went.
      keepGone: true,
      // Drawing takes longer than an owner waits for a saved note.
      socialImages: undefined,
    });
    // To load it takes longer than to find that no note changed.
    const { GardenImport } = await import('../../import/import-garden.ts');
    return new GardenImport({ notes, out: garden, cache }, settings, { hasUpdates: true });
  }
}
