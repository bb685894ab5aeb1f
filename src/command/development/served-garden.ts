/** The notes as development imports them. */
import type { GardenImport } from '../../import/import-garden.ts';
import type { RunOptions } from '../../import/import-settings.ts';
import type { ImportReport } from '../../import/report.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { Progress } from '../../system/progress.ts';
import type { SiteFolders } from '../folders.ts';
import { importSettings } from '../owner-settings.ts';
import { keepingImport } from './last-import.ts';

export class ServedGarden {
  readonly #folders: SiteFolders;
  readonly #environment: NodeJS.ProcessEnv;
  #opened: Promise<GardenImport> | null = null;

  constructor(folders: SiteFolders, environment: NodeJS.ProcessEnv) {
    this.#folders = folders;
    this.#environment = environment;
  }

  /** As `GardenImport.run`. */
  async run(progress: Progress, options: RunOptions = {}): Promise<ImportReport> {
    const garden = await this.#open();
    const run = () => garden.run(progress, options);
    const report = await keepingImport(this.#folders, this.#environment, run);
    // While nobody waits: else the first saved note would.
    await garden.rehearseUpdate();
    return report;
  }

  /** As `GardenImport.update`. */
  async update(paths: readonly string[]): Promise<ImportReport | null> {
    return (await this.#open()).update(paths);
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
