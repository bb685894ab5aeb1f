/** notes/ → read → parse → resolve → draw → render → .garden/ */
import { join } from 'node:path';
import {
  drawSocialImages,
  noSocialImages,
  type SocialImages,
  withPictures,
} from '../draw/draw-social-images.ts';
import type { Garden } from '../garden/garden.ts';
import { writtenPart } from '../garden/graph/graph-data.ts';
import { isNote } from '../garden/parse/find-vaults.ts';
import type { PageEntry } from '../garden/record-files.ts';
import { giveWay } from '../system/give-way.ts';
import { counted, type Progress } from '../system/progress.ts';
import { noEarlyReader } from './early-reader.ts';
import { GraphPlaces } from './graph-places.ts';
import type { ImportFolders, ImportSettings, RunOptions } from './import-settings.ts';
import { lockPages } from './locked/lock-pages.ts';
import { mdxModules } from './mdx/mdx-modules.ts';
import { mdxNotes } from './mdx/mdx-notes.ts';
import { NoteCache } from './parse/note-cache.ts';
import { isPluginPage } from './plugins/plugin-pages.ts';
import { type ReadGarden, readGarden } from './read-garden.ts';
import { RemotePictures } from './remote-pictures/remote-pictures.ts';
import { renderPages } from './render-pages.ts';
import { allDiagnostics, type ImportReport } from './report.ts';
import { sameUntil } from './same-until.ts';
import { type FinishedImport, keepImport } from './update/keep-import.ts';
import type { KeptImport } from './update/kept-import.ts';
import { rehearseUpdate } from './update/rehearse.ts';
import { planUpdate } from './update/update-records.ts';
import { publishedBytes, removeGone, writeGarden } from './write-garden.ts';

/** An import that can run repeatedly: parsed notes stay in memory for the next run. */
export class GardenImport {
  readonly #folders: ImportFolders;
  readonly #settings: () => ImportSettings;
  readonly #hasUpdates: boolean;
  #cache: NoteCache | null = null;
  /** What `update` needs of the last run; null where nothing is to be updated. */
  #kept: KeptImport | null = null;

  /**
   * `settings` are read anew for each run where they are a function. `hasUpdates`: much of each run stays in
   * memory for `update`.
   */
  constructor(
    folders: ImportFolders,
    settings: ImportSettings | (() => ImportSettings),
    { hasUpdates = false } = {},
  ) {
    this.#folders = folders;
    this.#settings = typeof settings === 'function' ? settings : () => settings;
    this.#hasUpdates = hasUpdates;
  }

  /**
   * Follows changes of the files at these paths, below the notes folder, where they concern only the text and
   * links of notes: their records and those of the pages that they refer to are as a run would write them. What
   * is computed from all notes follows with the next run: the graph, lists, search, related notes, mentions,
   * answers to queries. Null, with nothing written, where the changes may concern more than that.
   */
  async update(paths: readonly string[]): Promise<ImportReport | null> {
    const { notes, out } = this.#folders;
    if (this.#kept === null) return null;
    const input = { paths, notes, out, settings: this.#settings() };
    const update = await planUpdate(this.#kept, input);
    if (update === null) return null;
    // Until all is written nothing is known of the records.
    this.#kept = null;
    this.#kept = await update.write();
    return this.#kept.report;
  }

  /** Loads what updates need, so that the first one takes no longer than others. */
  async rehearseUpdate(): Promise<void> {
    if (this.#kept !== null) await rehearseUpdate(this.#kept);
  }

  /**
   * Reads the notes, writes the garden and returns the report.
   * @throws UsageError when the notes folder cannot be read, and the signal's reason.
   */
  async run(progress: Progress, options: RunOptions = {}): Promise<ImportReport> {
    const { signal } = options;
    const start = performance.now();
    const folders = this.#folders;
    const settings = this.#settings();
    const cache = async () => {
      this.#cache ??= await NoteCache.open(folders.cache);
      return this.#cache;
    };
    const read = await readGarden({ folders, settings, cache, progress, signal });
    await giveWay(signal);
    const finished = await this.#writeUnlessEnded(read, settings, progress, options);
    const report = { ...finished.report, ms: Math.round(performance.now() - start) };
    if (this.#hasUpdates) this.#kept = keepImport({ ...finished, report });
    return report;
  }

  /** Until all is written nothing is known of the records, unless the signal came before any was. */
  async #writeUnlessEnded(
    read: ReadGarden,
    settings: ImportSettings,
    progress: Progress,
    options: RunOptions,
  ): Promise<FinishedImport> {
    const kept = this.#kept;
    this.#kept = null;
    const places = new GraphPlaces(writtenPart(read.linked), this.#folders.cache);
    try {
      return await this.#write(read, settings, progress, { ...options, places });
    } catch (error) {
      const { signal } = options;
      if (signal?.aborted && error === signal.reason) this.#kept = kept;
      throw error;
    } finally {
      await places.end();
    }
  }

  /** Renders the pages and writes all records. */
  async #write(
    read: ReadGarden,
    settings: ImportSettings,
    progress: Progress,
    { early = noEarlyReader, signal, places }: RunOptions & { readonly places: GraphPlaces },
  ): Promise<FinishedImport> {
    const { garden, resolved, folder, drawings, passwords, kept, graph, plugins } = read;
    const { notes, out, cache } = this.#folders;
    const rendering = progress.stage('render');
    const mdx = mdxNotes(garden, settings.mdx === true);
    const remote = await this.#remotePictures(settings);
    const given = { parsed: resolved.parsed, drawings, out };
    const rest = { mdx: mdx.ids, stage: rendering, remote, early, signal };
    const pages = await renderPages(garden, { ...given, ...rest });
    const { keepPictureMetadata = false } = settings;
    const fileAt = (path: string) => publishedBytes(path, folder, keepPictureMetadata);
    const locked = await lockPages(garden, { ...given, passwords, fileAt });
    const modules = await mdxModules(mdx.ids, { notes, out });
    rendering.end(`${counted(pages.entries.length, 'page')}, ${pages.rendered} changed`);

    const pictures = await this.#drawPictures(garden, settings, pages.entries, progress);

    const writing = progress.stage('write');
    const entries = [...withPictures(pages.entries, pictures), ...locked.entries];
    const made = { drawings, pictures, thumbnails: read.thumbnails.files };
    const written = { ...pages, entries, graph, places, lockedFiles: locked.files, ...made };
    await writeGarden(garden, { ...written, folder, kept, keepPictureMetadata, out, cache });
    await kept.save();
    if (!settings.keepGone) await removeGone(written, modules.files, out);
    writing.end(`${counted(garden.assets.size, 'file')} beside the pages`);

    const stages = [folder, plugins, resolved, read.bibliography, read.thumbnails];
    const others = [...stages, mdx, modules, locked];
    const report = {
      ...garden.counts,
      notes: folder.sources.filter(({ path }) => isNote(path)).length,
      ...{ pages: entries.length, rendered: pages.rendered },
      decisions: new Map([...garden.publishing].filter(([path]) => !isPluginPage(path))),
      diagnostics: allDiagnostics(garden, drawings, pages, ...others),
      ms: 0,
      until: sameUntil(resolved.parsed.notes, { ...read, pictures, mdx, settings }),
    };
    return { ...read, mdx, remote, pages, entries, others, report, settings, out };
  }

  #remotePictures({ keepRemotePictures = false, policy }: ImportSettings): Promise<RemotePictures> {
    const folder = join(this.#folders.cache, 'remote');
    return RemotePictures.open({ folder, isKept: keepRemotePictures, base: policy.base });
  }

  /** Draws the social images, if the settings ask for them. */
  async #drawPictures(
    garden: Garden,
    { socialImages: site }: ImportSettings,
    entries: readonly PageEntry[],
    progress: Progress,
  ): Promise<SocialImages> {
    if (!site) return noSocialImages;
    const { out, cache } = this.#folders;
    const stage = progress.stage('picture');
    const kept = join(cache, 'social');
    const pictures = await drawSocialImages(garden, { site, entries, out, kept, stage });
    const { files, drawn, failed } = pictures;
    const remark = failed.size === 0 ? '' : `, ${failed.size} could not be drawn`;
    stage.end(`${counted(files.length, 'social image')}, ${drawn} new${remark}`);
    return pictures;
  }
}
