/** Imports the notes again on every change, for the commands that stay running. */
import type { GardenImport } from '../import/import-garden.ts';
import type { ImportReport } from '../import/report.ts';
import { watchFolder } from '../import/watch.ts';
import { noProgress } from '../system/progress.ts';
import { UsageError } from '../system/usage-error.ts';
import type { SiteFolders } from './folders.ts';
import { aloneInImport } from './own-folders.ts';
import { sentenceOf } from './run-command.ts';

/** A disk that is full or a file that is locked may be free again after this long. */
const retryMs = 3000;

/**
 * After so long without a change everything follows that an update left for later: the longer an import takes, the
 * later, since what is saved meanwhile waits for it.
 */
const [minRestMs, maxRestMs, restImports] = [3000, 20_000, 3];

/**
 * What is reported: an update of some pages; a whole import after a change; or the one that follows updates by
 * itself.
 */
export type ReportKind = 'update' | 'import' | 'following';

export type OnReport = (report: ImportReport, kind: ReportKind) => void | Promise<void>;

/**
 * Follows every change of the notes: by an update of `garden` where that is enough, with a whole import once the
 * notes rest, else by a whole import at once. Hands each report on. An import that fails is printed and does not
 * end the watch: it runs again after the next change, and where the system refused something, also by itself
 * until it succeeds. Once the notes are watched and `isStale`, all are imported as after updates. Never
 * resolves.
 */
export async function importOnChange(
  folders: Omit<SiteFolders, 'site'>,
  garden: ImportedGarden,
  onReport: OnReport,
  isStale: () => Promise<boolean> = async () => false,
): Promise<void> {
  const imports = new ChangeImports(garden, onReport, (work) => aloneInImport(folders, work));
  const { onChange, onNotice, onError } = imports;
  const onReady = () => {
    const begin = async () => ((await isStale()) ? imports.follow() : undefined);
    void begin().catch(onError);
  };
  await watchFolder(folders.notes, { onChange, onNotice, onError, onReady });
}

/** What imports notes and updates records. */
export type ImportedGarden = Pick<GardenImport, 'run' | 'update'>;

/** Runs imports one after the other. */
export class ChangeImports {
  readonly #garden: ImportedGarden;
  readonly #onReport: OnReport;
  readonly #alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Changes that no import has seen yet. */
  readonly #pending = new Set<string>();
  /** How long the last import of all notes took. */
  #importMs = 0;
  /** Whether an update was not enough for these, or failed. */
  #needsWhole = false;
  #retry: NodeJS.Timeout | undefined;
  #rest: NodeJS.Timeout | undefined;
  /** Ends the import that follows updates. */
  #following: AbortController | null = null;
  #told = '';
  #running = Promise.resolve();

  /** `alone` runs an import while no other command uses its folders. */
  constructor(
    garden: ImportedGarden,
    onReport: OnReport,
    alone: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {
    this.#garden = garden;
    this.#onReport = onReport;
    this.#alone = alone;
  }

  /** Has an import that only follows updates give way. */
  readonly onNotice = (): void => {
    this.#following?.abort();
    if (this.#rest !== undefined) this.#followLater();
  };

  readonly onChange = (paths: readonly string[]): Promise<void> => {
    for (const path of paths) this.#pending.add(path);
    return this.#next(() => this.#import());
  };

  readonly onError = (error: unknown): void => {
    const text = sentenceOf(error) ?? String(error);
    // The same fault again is no news.
    if (text !== this.#told) printError(error);
    this.#told = text;
    if (!(error instanceof UsageError)) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.onChange([]).catch(this.onError), retryMs);
    }
  };

  /** An import that is tried again may meet one after a change. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.catch(() => {}).then(work);
    return this.#running;
  }

  async #import(): Promise<void> {
    clearTimeout(this.#retry);
    const paths = [...this.#pending];
    if (paths.length === 0 || this.#needsWhole) return this.#runWhole('import');
    this.#needsWhole = true;
    const updated = await this.#alone(() => this.#garden.update(paths));
    if (updated === null) return this.#runWhole('import');
    this.#needsWhole = false;
    for (const path of paths) this.#pending.delete(path);
    this.#followLater();
    await this.#report(updated, 'update');
  }

  /** Imports all notes, unless one changes meanwhile: then later. */
  readonly follow = (): void => {
    void this.#next(() => this.#follow()).catch(this.onError);
  };

  #followLater(): void {
    clearTimeout(this.#rest);
    const restMs = Math.min(Math.max(minRestMs, restImports * this.#importMs), maxRestMs);
    this.#rest = setTimeout(this.follow, restMs);
  }

  async #follow(): Promise<void> {
    this.#following = new AbortController();
    const { signal } = this.#following;
    try {
      await this.#runWhole('following', signal);
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
      this.#followLater();
    } finally {
      this.#following = null;
    }
  }

  async #runWhole(kind: ReportKind, signal?: AbortSignal): Promise<void> {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    const seen = [...this.#pending];
    const options = signal === undefined ? {} : { signal };
    const report = await this.#alone(() => this.#garden.run(noProgress, options));
    for (const path of seen) this.#pending.delete(path);
    this.#needsWhole = false;
    this.#importMs = report.ms;
    await this.#report(report, kind);
  }

  async #report(report: ImportReport, kind: ReportKind): Promise<void> {
    await this.#onReport(report, kind);
    this.#told = '';
  }
}

/** Prints an error as the sentence that explains it, else with all that is known. */
export function printError(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
}
