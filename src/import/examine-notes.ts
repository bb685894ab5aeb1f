/** Reads a folder of notes as an import would and writes nothing: what would be published, and what not. */
import { stat } from 'node:fs/promises';
import type { Diagnostic, DiagnosticCode } from '../garden/diagnostic.ts';
import type { Garden } from '../garden/garden.ts';
import { resolveGarden } from '../garden/resolve/resolve-garden.ts';
import { mapFiles } from '../system/disk.ts';
import { noProgress } from '../system/progress.ts';
import { withIgnoredFolders } from './ignored-folders.ts';
import type { ImportSettings } from './import-garden.ts';
import { NoteCache, parseNotes } from './parse-notes.ts';
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
  /** What the site cannot show, with the number of its places, the most frequent first. */
  readonly unsupported: readonly { readonly what: string; readonly count: number }[];
  /** Names, aliases, block ids and addresses that two notes claim. */
  readonly clashes: readonly Diagnostic[];
  /** Files that public notes refer to, and all files beside the notes: numbers and bytes. */
  readonly attachments: Readonly<Record<'published' | 'all', { files: number; bytes: number }>>;
  readonly diagrams: number;
  /** Roughly how many seconds a first build takes on two processor cores. */
  readonly buildSeconds: number;
}

/** Examines the notes in a folder. @throws UsageError when the folder cannot be read. */
export async function examineNotes(notes: string, settings: ImportSettings): Promise<Examination> {
  const folder = await readNotesFolder(notes);
  const stage = noProgress.stage('parse');
  const parsed = parseNotes(folder.sources, NoteCache.empty(), stage);
  const policy = withIgnoredFolders(settings.policy, folder.vaults);
  const garden = resolveGarden(parsed.notes, folder.assets, folder.vaults, policy);
  const examined = notesOf(garden);
  const found = [...garden.diagnostics, ...folder.diagnostics];
  const codes = (...wanted: DiagnosticCode[]) => found.filter(({ code }) => wanted.includes(code));
  return {
    vaults: garden.vaults.map(({ root, dialect }) => ({ root, dialect })),
    notes: examined,
    folders: foldersOf(examined),
    reasons: unpublishedReasons(garden.publishing),
    unresolved: codes('unresolved-link', 'missing-heading', 'missing-block', 'missing-asset'),
    unsupported: counted(codes('unsupported-syntax', 'skipped-file', 'mdx-off')),
    clashes: codes('duplicate-name', 'duplicate-alias', 'duplicate-block', 'slug-collision'),
    attachments: {
      published: await sizeOf([...garden.assets.keys()], folder),
      all: await sizeOf([...folder.locations.keys()], folder),
    },
    diagrams: garden.counts.diagrams,
    buildSeconds: secondsOf(garden, settings.socialImages !== undefined),
  };
}

function notesOf(garden: Garden): ExaminedNote[] {
  return [...garden.publishing].map(([path, decision]) => ({
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
