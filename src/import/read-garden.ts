/** notes/ → read → parse → resolve → draw: the garden of the notes, before anything of it is written. */
import { join } from 'node:path';
import { type Drawings, drawDiagrams } from '../draw/draw-diagrams.ts';
import { drawThumbnails, type Thumbnails, withoutThumbnails } from '../draw/draw-thumbnails.ts';
import type { Garden } from '../garden/garden.ts';
import { type LinkedPoints, linkedPoints } from '../garden/graph/graph-data.ts';
import { graphRecord } from '../garden/graph/graph-json.ts';
import { nearNotes } from '../garden/graph/near-notes.ts';
import type { GraphRecord } from '../garden/record-files.ts';
import { summaries } from '../garden/render/render-site.ts';
import { giveWay } from '../system/give-way.ts';
import { counted, type Progress } from '../system/progress.ts';
import { type Bibliography, withCitedWorks } from './bibliography/read-bibliography.ts';
import { buildDay } from './build-moment.ts';
import { readDatedNotes } from './dated-notes.ts';
import { readNoteHistory } from './git/note-history.ts';
import { withIgnoredFolders } from './ignored-folders.ts';
import type { ImportFolders, ImportSettings } from './import-settings.ts';
import { KeptFiles } from './kept-files.ts';
import { lockedName } from './locked/lock-pages.ts';
import { withLockedAddresses } from './locked/locked-addresses.ts';
import { readPasswords } from './locked/passwords.ts';
import { measureAssets } from './measure-assets.ts';
import type { NoteCache } from './parse/note-cache.ts';
import { type ParsedGarden, parseNotes } from './parse/parse-notes.ts';
import { loadPlugins, noPlugins, type Plugins } from './plugins/load-plugins.ts';
import { type ResolvedNotes, resolveWithPages } from './plugins/plugin-pages.ts';
import type { NotesFolder } from './read-vaults.ts';
import { withRelatedNotes } from './related/related-notes.ts';

/** A garden with all that it was made of. */
export interface ReadGarden {
  readonly folder: NotesFolder;
  readonly plugins: Plugins;
  readonly resolved: ResolvedNotes;
  readonly passwords: ReadonlyMap<string, string>;
  readonly bibliography: Bibliography;
  readonly thumbnails: Thumbnails;
  readonly garden: Garden;
  readonly graph: GraphRecord;
  readonly linked: LinkedPoints;
  readonly drawings: Drawings;
  /** What is known of files of an earlier import. */
  readonly kept: KeptFiles;
}

export interface ReadInput {
  readonly folders: ImportFolders;
  readonly settings: ImportSettings;
  /** Opens the notes that were parsed before, once for all runs. */
  readonly cache: () => Promise<NoteCache>;
  readonly progress: Progress;
  /** Ends the reading between its stages. */
  readonly signal: AbortSignal | undefined;
}

/** Reads the notes. @throws UsageError when the notes folder cannot be read, and the signal's reason. */
export async function readGarden(input: ReadInput): Promise<ReadGarden> {
  const { folders, settings, progress, signal } = input;
  const { notes, cache } = folders;
  const folder = await readDatedNotes({ notes, history: notes, cache }, progress);
  await giveWay(signal);
  const plugins = settings.plugins ? await loadPlugins(notes, settings.plugins) : noPlugins;
  const parsed = await parseFolder(folder, plugins, input);
  await giveWay(signal);
  const kept = await KeptFiles.open(cache);
  const known = await resolveParsed(parsed, folder, { ...input, plugins, kept });
  await giveWay(signal);
  const thumbnails = await thumbnailsOf(known.garden, folder, input);
  const related = await withRelatedNotes(thumbnails.garden, {
    ...{ count: settings.related ?? 0, parsed: known.resolved.parsed, cache },
  });
  await giveWay(signal);
  const near = withNearNotes(related);
  await giveWay(signal);
  const drawing = progress.stage('draw');
  const drawings = await drawDiagrams(near.garden, join(cache, 'diagrams'), drawing);
  drawing.end(`${counted(drawings.total, 'diagram')}, ${drawings.drawn} new`);
  return { ...known, ...near, folder, plugins, thumbnails, drawings, kept };
}

interface ResolveContext extends ReadInput {
  readonly plugins: Plugins;
  readonly kept: KeptFiles;
}

/** The garden with what is known of its files and works. @throws UsageError where a password is missing. */
async function resolveParsed(
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

/** The parsed notes, with how they grew where the owner shows it. */
async function parseFolder(
  { sources }: NotesFolder,
  plugins: Plugins,
  { folders, settings: { showHistory = false }, cache, progress }: ReadInput,
): Promise<ParsedGarden> {
  const parsing = progress.stage('parse');
  const known = await cache();
  const parsed = await parseNotes(sources, known, parsing, { plugins });
  if (parsed.parsed + parsed.gone > 0) await known.save(folders.cache);
  parsing.end(`${counted(parsed.parsed, 'note')} changed`);
  if (!showHistory) return parsed;
  const changes = await readNoteHistory(folders.notes, folders.cache);
  const notes = parsed.notes.map((note) => {
    const history = changes.get(note.path);
    return history === undefined ? note : { ...note, history };
  });
  return { ...parsed, notes };
}

/** Makes smaller copies of the pictures, if the settings ask for them. */
async function thumbnailsOf(
  garden: Garden,
  { locations }: NotesFolder,
  { folders, settings, progress }: ReadInput,
): Promise<Thumbnails> {
  if (!settings.thumbnails) return withoutThumbnails(garden);
  const kept = join(folders.cache, 'thumbnails');
  const stage = progress.stage('thumbnail');
  const thumbnails = await drawThumbnails(garden, { locations, kept, stage });
  stage.end(
    `${counted(thumbnails.files.length, 'thumbnail')}, ${counted(thumbnails.made, 'picture')} new`,
  );
  return thumbnails;
}

/** The garden with the local graph of each note, the record of the whole graph, and its points. */
function withNearNotes(garden: Garden) {
  const graph = graphRecord(garden);
  const linked = linkedPoints(summaries(garden, new Map()), graph);
  return { garden: { ...garden, near: nearNotes(linked) }, graph, linked };
}
