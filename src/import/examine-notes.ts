/** Reads a folder of notes as an import would and writes nothing: what would be published, and what not. */
import { stat } from 'node:fs/promises';
import { createFormulaSetter } from '../draw/formula/mathjax.ts';
import { compareDiagnostics, type Diagnostic, type DiagnosticCode } from '../garden/diagnostic.ts';
import { type Garden, gardenOf, servedNotes } from '../garden/garden.ts';
import type { Sources } from '../garden/render/render-context.ts';
import { renderNote } from '../garden/render/render-note.ts';
import { mapFiles } from '../system/disk.ts';
import { noProgress } from '../system/progress.ts';
import { withIgnoredFolders } from './ignored-folders.ts';
import type { ImportSettings } from './import-settings.ts';
import { NoteCache } from './parse/note-cache.ts';
import { type ParsedGarden, parseNotes } from './parse/parse-notes.ts';
import { loadPlugins, noPlugins, type PluginReport } from './plugins/load-plugins.ts';
import { isPluginPage, resolveWithPages } from './plugins/plugin-pages.ts';
import { explain, type ReasonCount, unpublishedReasons } from './publishing-table.ts';
import { type NotesFolder, readNotesFolder } from './read-vaults.ts';

/** The result for one note. `reason` and `change` are '' for a published one. */
export interface ExaminedNote {
  readonly path: string;
  readonly published: boolean;
  readonly reason: string;
  readonly change: string;
}

/** A folder with the notes directly or indirectly in it; '' is the notes folder. */
export interface ExaminedFolder {
  readonly path: string;
  readonly notes: number;
  readonly published: number;
}

export interface Examination {
  readonly vaults: readonly { readonly root: string; readonly dialect: 'logseq' | 'obsidian' }[];
  readonly notes: readonly ExaminedNote[];
  readonly folders: readonly ExaminedFolder[];
  readonly reasons: readonly ReasonCount[];
  /** Links, headings, blocks and files that lead nowhere. */
  readonly unresolved: readonly Diagnostic[];
  /** Links, embeds and files of public notes that lead to notes which are not published. */
  readonly private: readonly Diagnostic[];
  /** What the site cannot show, with the number of its places, the most frequent first. */
  readonly unsupported: readonly { readonly what: string; readonly count: number }[];
  /** Names, aliases, block ids and addresses that two notes claim. */
  readonly clashes: readonly Diagnostic[];
  /** Files that public notes refer to, and all files beside the notes: numbers and bytes. */
  readonly attachments: Readonly<Record<'published' | 'all', { files: number; bytes: number }>>;
  /** The plugins that were found, and those that cannot be used. */
  readonly plugins: readonly PluginReport[];
  /** Embeds that are not followed: they lead back to themselves, or nest too deep. */
  readonly embeds: readonly Diagnostic[];
  /** Settings of vaults and folders that do not apply. */
  readonly settings: readonly Diagnostic[];
  /** Places where a plugin or the garden itself failed, or would take too long. */
  readonly failed: readonly Diagnostic[];
  readonly diagrams: number;
  /** Roughly how many seconds a first build takes on two processor cores. */
  readonly buildSeconds: number;
}

/** Examines the notes in a folder. @throws UsageError when the folder cannot be read. */
export async function examineNotes(notes: string, settings: ImportSettings): Promise<Examination> {
  const folder = await readNotesFolder(notes);
  const stage = noProgress.stage('parse');
  const plugins = settings.plugins ? await loadPlugins(notes, settings.plugins) : noPlugins;
  const parsed = await parseNotes(folder.sources, NoteCache.empty(), stage, { plugins });
  const policy = withIgnoredFolders(settings.policy, folder.vaults);
  const resolved = resolveWithPages(parsed, folder, policy, plugins);
  const { garden } = resolved;
  const examined = notesOf(garden);
  const rendered = { diagnostics: renderFaults(garden, resolved.parsed) };
  const stages = [garden, folder, plugins, resolved, rendered];
  const found = stages.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics);
  const codes = (...wanted: DiagnosticCode[]) => found.filter(({ code }) => wanted.includes(code));
  return {
    vaults: folder.vaults.map(({ root, dialect }) => ({ root, dialect })),
    notes: examined,
    folders: foldersOf(examined),
    reasons: unpublishedReasons(ownDecisions(garden)),
    unresolved: codes('unresolved-link', 'missing-heading', 'missing-block', 'missing-asset'),
    private: codes('private-link'),
    unsupported: counted(codes('unsupported-syntax', 'skipped-file', 'mdx-off')),
    clashes: codes('duplicate-name', 'duplicate-alias', 'duplicate-block', 'slug-collision'),
    attachments: {
      published: await sizeOf([...garden.assets.keys(), ...garden.unlistedAssets.keys()], folder),
      all: await sizeOf([...folder.locations.keys()], folder),
    },
    plugins: plugins.reports,
    failed: codes('failed-plugin', 'failed-note', 'too-large'),
    embeds: codes('embed-cycle', 'embed-depth'),
    settings: codes('ignored-settings', 'invalid-config'),
    diagrams: garden.counts.diagrams,
    buildSeconds: secondsOf(garden, settings.socialImages !== undefined),
  };
}

/** What is only noticed when a page is rendered. Nothing is drawn or highlighted for it. */
function renderFaults(garden: Garden, { body }: ParsedGarden): Diagnostic[] {
  const sources: Sources = {
    body,
    drawing: () => ({ kind: 'failed', message: '', line: null }),
    highlighter: { highlight: () => null },
    copy: null,
    formulas: createFormulaSetter(),
  };
  const found = servedNotes(garden).flatMap(({ id }) => {
    return renderNote(gardenOf(garden, id), id, sources).diagnostics;
  });
  // A block that is shown on several pages has the same fault on each.
  return [...new Map(found.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** The decisions about the owner's notes, without pages that plugins made. */
function ownDecisions(garden: Garden): Garden['publishing'] {
  return new Map([...garden.publishing].filter(([path]) => !isPluginPage(path)));
}

function notesOf(garden: Garden): ExaminedNote[] {
  return [...ownDecisions(garden)].map(([path, decision]) => ({
    path,
    published: decision.published,
    ...(decision.published ? { reason: '', change: '' } : explain(decision.reason)),
  }));
}

function foldersOf(notes: readonly ExaminedNote[]): ExaminedFolder[] {
  const folders = new Map<string, { path: string; notes: number; published: number }>();
  for (const { path, published } of notes) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 0; depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join('/');
      const folder = folders.get(name) ?? { path: name, notes: 0, published: 0 };
      folder.notes++;
      if (published) folder.published++;
      folders.set(name, folder);
    }
  }
  return [...folders.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function counted(diagnostics: readonly Diagnostic[]): { what: string; count: number }[] {
  const byMessage = Map.groupBy(diagnostics, ({ message }) => message);
  return [...byMessage]
    .map(([what, all]) => ({ what, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

async function sizeOf(paths: readonly string[], { locations }: NotesFolder) {
  const sizes = await mapFiles(paths, async (path) => {
    const location = locations.get(path);
    return location === undefined ? 0 : ((await stat(location).catch(() => null))?.size ?? 0);
  });
  return { files: paths.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Seconds as measured on two cores: of every build, each page, its picture, and each diagram. */
const seconds = { build: 8, page: 0.021, picture: 0.016, diagram: 0.1 };

function secondsOf({ notes, ghosts, tags, counts }: Garden, hasPictures: boolean): number {
  const pages = notes.size + ghosts.size + tags.size;
  const pictures = hasPictures ? seconds.picture * notes.size : 0;
  return Math.round(
    seconds.build + seconds.page * pages + pictures + seconds.diagram * counts.diagrams,
  );
}
