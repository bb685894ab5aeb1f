/** notes/ → read → parse → resolve → draw → render → .garden/ */
import { join } from 'node:path';
import { drawDiagrams } from '../draw/draw-diagrams.ts';
import {
  drawSocialImages,
  noSocialImages,
  type SocialImages,
  withPictures,
} from '../draw/draw-social-images.ts';
import { drawThumbnails, type Thumbnails, withoutThumbnails } from '../draw/draw-thumbnails.ts';
import type { SiteWords } from '../draw/social/card/card.ts';
import type { Garden, Policy } from '../garden/garden.ts';
import { linkedPoints } from '../garden/graph/graph-data.ts';
import { graphRecord } from '../garden/graph/graph-json.ts';
import { nearNotes } from '../garden/graph/near-notes.ts';
import { isNote } from '../garden/parse/find-vaults.ts';
import type { PageEntry } from '../garden/record-files.ts';
import { summaries } from '../garden/render/render-site.ts';
import { counted, type Progress } from '../system/progress.ts';
import { withCitedWorks } from './bibliography/read-bibliography.ts';
import { buildDay } from './build-moment.ts';
import { readDatedNotes } from './dated-notes.ts';
import { type EarlyReader, noEarlyReader } from './early-reader.ts';
import { readNoteHistory } from './git/note-history.ts';
import { withIgnoredFolders } from './ignored-folders.ts';
import { KeptFiles } from './kept-files.ts';
import { lockedName, lockPages } from './locked/lock-pages.ts';
import { withLockedAddresses } from './locked/locked-addresses.ts';
import { readPasswords } from './locked/passwords.ts';
import { mdxModules } from './mdx/mdx-modules.ts';
import { mdxNotes } from './mdx/mdx-notes.ts';
import { measureAssets } from './measure-assets.ts';
import { NoteCache, type ParsedGarden, parseNotes } from './parse-notes.ts';
import {
  loadPlugins,
  noPlugins,
  type PluginSettings,
  type Plugins,
} from './plugins/load-plugins.ts';
import { isPluginPage, resolveWithPages } from './plugins/plugin-pages.ts';
import type { NotesFolder } from './read-vaults.ts';
import { withRelatedNotes } from './related/related-notes.ts';
import { RemotePictures } from './remote-pictures/remote-pictures.ts';
import { renderPages } from './render-pages.ts';
import { allDiagnostics, type ImportReport } from './report.ts';
import { sameUntil } from './same-until.ts';
import { publishedBytes, removeGone, writeGarden } from './write-garden.ts';

export interface ImportSettings {
  readonly policy: Policy;
  /**
   * Whether the records of deleted pages stay on disk: a running development server may still read
   * them until it has loaded the new index.
   */
  readonly keepGone?: boolean;
  /** The owner's plugins besides those in their folder; none are loaded when left out. */
  readonly plugins?: PluginSettings;
  /** Whether MDX notes may run as code while the site is built. Off when left out. */
  readonly mdx?: boolean;
  /** Whether smaller copies of pictures are made. Off when left out. */
  readonly thumbnails?: boolean;
  /** Whether copies of pictures keep what cameras and editors write into them. Off when left out. */
  readonly keepPictureMetadata?: boolean;
  /** Whether pictures of other hosts are fetched and kept with the site. Off when left out. */
  readonly keepRemotePictures?: boolean;
  /** How many related notes a page lists, at most. None when left out. */
  readonly related?: number;
  /** Whether pages list the days of the notes' git history. Off when left out. */
  readonly showHistory?: boolean;
  /** Where the passwords of locked notes are (see `passwordVariable`). No note is locked without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Words on the social images; none are drawn when left out. */
  readonly socialImages?: SiteWords | undefined;
}

export interface ImportFolders {
  readonly notes: string;
  readonly out: string;
  /** Caches between runs. */
  readonly cache: string;
}

/** An import that can run repeatedly: parsed notes stay in memory for the next run. */
export class GardenImport {
  readonly #folders: ImportFolders;
  readonly #settings: () => ImportSettings;
  #cache: NoteCache | null = null;

  /** `settings` are read anew for each run where they are a function. */
  constructor(folders: ImportFolders, settings: ImportSettings | (() => ImportSettings)) {
    this.#folders = folders;
    this.#settings = typeof settings === 'function' ? settings : () => settings;
  }

  /**
   * Reads the notes, writes the garden and returns the report.
   * `early` may read records of pages before it ends.
   * @throws UsageError when the notes folder cannot be read.
   */
  async run(progress: Progress, early: EarlyReader = noEarlyReader): Promise<ImportReport> {
    const start = performance.now();
    const { notes, out, cache } = this.#folders;
    const settings = this.#settings();
    const folder = await readDatedNotes({ notes, history: notes, cache }, progress);

    const plugins = settings.plugins ? await loadPlugins(notes, settings.plugins) : noPlugins;
    const parsed = await this.#parse(folder, plugins, settings, progress);

    const kept = await KeptFiles.open(cache);
    const known = await this.#resolve(parsed, folder, { plugins, settings, kept, progress });
    const { resolved, passwords } = known;
    const thumbnails = await this.#drawThumbnails(known.garden, folder, settings, progress);
    const related = await withRelatedNotes(thumbnails.garden, {
      ...{ count: settings.related ?? 0, parsed: resolved.parsed, cache },
    });
    const { garden, ...drawn } = withNearNotes(related);

    const drawing = progress.stage('draw');
    const drawings = await drawDiagrams(garden, join(cache, 'diagrams'), drawing);
    drawing.end(`${counted(drawings.total, 'diagram')}, ${drawings.drawn} new`);

    const rendering = progress.stage('render');
    const mdx = mdxNotes(garden, settings.mdx === true);
    const remote = await this.#remotePictures(settings);
    const given = { parsed: resolved.parsed, drawings, out };
    const rest = { mdx: mdx.ids, stage: rendering, remote, early };
    const pages = await renderPages(garden, { ...given, ...rest });
    const { keepPictureMetadata = false } = settings;
    const locked = await lockPages(garden, {
      ...{ ...given, passwords },
      fileAt: (path) => publishedBytes(path, folder, keepPictureMetadata),
    });
    const modules = await mdxModules(mdx.ids, { notes, out });
    rendering.end(`${counted(pages.entries.length, 'page')}, ${pages.rendered} changed`);

    const site = settings.socialImages;
    const pictures = await this.#drawPictures(garden, site, pages.entries, progress);

    const writing = progress.stage('write');
    const entries = [...withPictures(pages.entries, pictures), ...locked.entries];
    const made = { drawings, pictures, thumbnails: thumbnails.files };
    const written = { ...pages, entries, ...drawn, lockedFiles: locked.files, ...made };
    await writeGarden(garden, { ...written, folder, kept, keepPictureMetadata, out, cache });
    await kept.save();
    if (!settings.keepGone) await removeGone(written, modules.files, out);
    writing.end(`${counted(garden.assets.size, 'file')} beside the pages`);

    return {
      ...garden.counts,
      notes: folder.sources.filter(({ path }) => isNote(path)).length,
      ...{ pages: entries.length, rendered: pages.rendered },
      decisions: new Map([...garden.publishing].filter(([path]) => !isPluginPage(path))),
      diagnostics: allDiagnostics(
        ...[garden, folder, plugins, resolved, known.bibliography, thumbnails],
        ...[drawings, mdx, modules, pages, locked],
      ),
      ms: Math.round(performance.now() - start),
      until: sameUntil(resolved.parsed.notes, {
        ...{ plugins, drawings, pictures, mdx, passwords, settings },
      }),
    };
  }

  /** The garden with what is known of its files and works. @throws UsageError where a password is missing. */
  async #resolve(
    parsed: ParsedGarden,
    folder: NotesFolder,
    { plugins, settings, kept, progress }: ResolveContext,
  ) {
    const stage = progress.stage('resolve');
    const policy = withIgnoredFolders(settings.policy, folder.vaults);
    const resolved = resolveWithPages(parsed, folder, policy, plugins);
    const passwords = readPasswords(resolved.garden, settings.environment ?? {});
    const addressed = withLockedAddresses(resolved.garden, lockedName(passwords));
    const measured = await measureAssets(addressed, folder.locations, kept);
    const dated = { ...measured, today: buildDay() };
    const cited = await withCitedWorks(dated, folder.locations, kept);
    stage.end(`${counted(cited.garden.counts.links.total, 'link')}`);
    return { ...cited, resolved, passwords };
  }

  #remotePictures({ keepRemotePictures = false, policy }: ImportSettings): Promise<RemotePictures> {
    const folder = join(this.#folders.cache, 'remote');
    return RemotePictures.open({ folder, isKept: keepRemotePictures, base: policy.base });
  }

  /** The parsed notes, with how they grew where the owner shows it. */
  async #parse(
    { sources }: NotesFolder,
    plugins: Plugins,
    { showHistory = false }: ImportSettings,
    progress: Progress,
  ): Promise<ParsedGarden> {
    const { notes: folder, cache } = this.#folders;
    const parsing = progress.stage('parse');
    this.#cache ??= await NoteCache.open(cache);
    const parsed = parseNotes(sources, this.#cache, parsing, plugins);
    if (parsed.parsed + parsed.gone > 0) await this.#cache.save(cache);
    parsing.end(`${counted(parsed.parsed, 'note')} changed`);
    if (!showHistory) return parsed;
    const changes = await readNoteHistory(folder, cache);
    const notes = parsed.notes.map((note) => {
      const history = changes.get(note.path);
      return history === undefined ? note : { ...note, history };
    });
    return { ...parsed, notes };
  }

  /** Makes smaller copies of the pictures, if the settings ask for them. */
  async #drawThumbnails(
    garden: Garden,
    { locations }: NotesFolder,
    settings: ImportSettings,
    progress: Progress,
  ): Promise<Thumbnails> {
    const kept = join(this.#folders.cache, 'thumbnails');
    if (!settings.thumbnails) return withoutThumbnails(garden);
    const stage = progress.stage('thumbnail');
    const thumbnails = await drawThumbnails(garden, { locations, kept, stage });
    stage.end(
      `${counted(thumbnails.files.length, 'thumbnail')}, ${counted(thumbnails.made, 'picture')} new`,
    );
    return thumbnails;
  }

  /** Draws the social images, if the settings ask for them. */
  async #drawPictures(
    garden: Garden,
    site: SiteWords | undefined,
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

/** The garden with the local graph of each note, the record of the whole graph, and its points. */
function withNearNotes(garden: Garden) {
  const graph = graphRecord(garden);
  const linked = linkedPoints(summaries(garden, new Map()), graph);
  return { garden: { ...garden, near: nearNotes(linked) }, graph, linked };
}

interface ResolveContext {
  readonly plugins: Plugins;
  readonly settings: ImportSettings;
  readonly kept: KeptFiles;
  readonly progress: Progress;
}
