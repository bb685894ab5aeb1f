/** Reads a folder of notes as an import does, for its diagnostics alone: no record and no page is written. */
import { join } from 'node:path';
import { type Drawings, drawDiagrams } from '../draw/draw-diagrams.ts';
import { createFormulaSetter } from '../draw/formula/mathjax.ts';
import { drawingKey } from '../draw/mermaid/drawing-key.ts';
import { type Diagnostic, distinctDiagnostics } from '../garden/diagnostic.ts';
import { type Garden, gardenOf, servedNotes } from '../garden/garden.ts';
import type { FormulaSetter } from '../garden/render/formula/formula-setter.ts';
import type { Sources } from '../garden/render/render-context.ts';
import { renderNote } from '../garden/render/render-note.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf } from '../system/disk.ts';
import type { Progress } from '../system/progress.ts';
import { withCitedWorks } from './bibliography/read-bibliography.ts';
import { buildDay } from './build-moment.ts';
import { type DatedFolders, readDatedNotes } from './dated-notes.ts';
import { withIgnoredFolders } from './ignored-folders.ts';
import type { ImportSettings } from './import-settings.ts';
import { KeptFiles } from './kept-files.ts';
import { lostText } from './lost-text/lost-text.ts';
import { mdxNotes } from './mdx/mdx-notes.ts';
import { NoteCache } from './parse/note-cache.ts';
import { type ParsedGarden, parseNotes } from './parse/parse-notes.ts';
import { loadPlugins, noPlugins } from './plugins/load-plugins.ts';
import { resolveWithPages } from './plugins/plugin-pages.ts';
import { FactNumbers } from './read-set/fact-numbers.ts';
import { Facts } from './read-set/facts.ts';
import { type FreshPage, KeptPages, type RenderedPage } from './read-set/kept-pages.ts';
import { recordReads } from './read-set/recording-garden.ts';
import type { NotesFolder } from './read-vaults.ts';
import { remoteAddresses } from './remote-pictures/remote-addresses.ts';
import { remoteDiagnostic } from './remote-pictures/remote-diagnostic.ts';

export interface CheckFolders extends DatedFolders {
  /** Parsed notes, kept between runs. */
  readonly parsed: string;
  /** What rendering each page reported, kept between runs. */
  readonly pages: string;
  /** The cache of the garden: drawings, dates, and diagrams that cannot be drawn. */
  readonly cache: string;
}

export interface CheckedNotes {
  readonly garden: Garden;
  readonly folder: NotesFolder;
  /** Digest of the source of each note with its vault's settings and dates, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Bytes of each page's text as HTML, by id of its note. */
  readonly weights: ReadonlyMap<string, number>;
  /** Addresses of other sites that each page links, by id of its note. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** Sorted by path and place, without duplicates. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks all notes: parses those that changed, resolves the garden, draws new diagrams and renders the
 * pages of which a fact changed. @throws UsageError when the notes cannot be read.
 */
export async function checkNotes(
  folders: CheckFolders,
  settings: ImportSettings,
  progress: Progress,
): Promise<CheckedNotes> {
  const folder = await readDatedNotes(folders, progress);
  const plugins = settings.plugins ? await loadPlugins(folders.notes, settings.plugins) : noPlugins;
  const notes = await NoteCache.open(folders.parsed);
  const parsed = await parseNotes(folder.sources, notes, progress.stage('parse'), { plugins });
  if (parsed.parsed + parsed.gone > 0) await notes.save(folders.parsed);
  const policy = withIgnoredFolders(settings.policy, folder.vaults);
  const resolved = resolveWithPages(parsed, folder, policy, plugins, false);
  const files = await KeptFiles.open(folders.pages);
  const { garden, bibliography } = await withCitedWorks(
    { ...resolved.garden, today: buildDay() },
    folder.locations,
    files,
  );
  await files.save();
  const drawings = await drawDiagrams(
    garden,
    join(folders.cache, 'diagrams'),
    progress.stage('draw'),
    {
      failures: join(folders.cache, 'failed-diagrams'),
      keepsOthers: true,
    },
  );
  const mdx = mdxNotes(garden, settings.mdx === true);
  const written = new Map(folder.sources.map(({ path, source }) => [path, source]));
  const isWhole = !plugins.extensions.transforms;
  const formulas = createFormulaSetter();
  const sources = { parsed: resolved.parsed, drawings, formulas, mdx: mdx.ids, written, isWhole };
  const pages = await renderedPages(garden, folders.pages, sources);
  const modules = await checkModules(garden, folders.notes, sources);
  const stages = [garden, folder, plugins, resolved, bibliography, drawings, mdx, modules];
  const found = stages.flatMap(({ diagnostics }) => diagnostics);
  return {
    ...{ garden, folder, digests: parsed.digests },
    weights: new Map([...pages].map(([id, { weight = 0 }]) => [id, weight])),
    outside: new Map([...pages].map(([id, page]) => [id, page.outside ?? []])),
    diagnostics: distinctDiagnostics([
      ...found,
      ...[...pages.values()].flatMap((page) => page.diagnostics),
      ...remoteFaults(garden, pages, settings),
    ]),
  };
}

/** Why the code of MDX notes cannot be compiled; the compiler is loaded only where there is one. */
async function checkModules(
  garden: Garden,
  notes: string,
  given: RenderSources,
): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  if (given.mdx.size === 0) return { diagnostics: [] };
  const { compiledMdx } = await import('./mdx/write-mdx.ts');
  const found = [...given.mdx].flatMap((id) => {
    const { page } = renderNote(gardenOf(garden, id), id, sourcesOf(given));
    return compiledMdx(page, { notes, out: notes })?.flaw ?? [];
  });
  return { diagnostics: found };
}

/** So many pages are rendered again in the next check rather than kept. */
const fewPages = 20;

interface RenderSources {
  readonly parsed: ParsedGarden;
  readonly drawings: Drawings;
  /** One for all pages: what it loads takes longer than a formula. */
  readonly formulas: FormulaSetter;
  readonly mdx: ReadonlySet<string>;
  /** The text of each note, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Whether no plugin may have taken something out of the notes. */
  readonly isWhole: boolean;
}

/** What rendering reports of each page; code is not highlighted. */
async function renderedPages(
  garden: Garden,
  folder: string,
  given: RenderSources,
): Promise<ReadonlyMap<string, RenderedPage>> {
  const version = digestOf(codeVersion(import.meta.url), JSON.stringify(garden.policy));
  const { parsed, drawings, mdx } = given;
  const facts = new Facts(garden, { ...parsed, drawing: drawings.byKey, mdx });
  const kept = await KeptPages.open(folder, version, facts);
  const pages = new Map<string, RenderedPage>();
  const fresh = new Map<string, FreshPage>();
  const read = new FactNumbers();
  for (const { id } of servedNotes(garden)) {
    const current = kept.current.get(id);
    const page = current ?? examinePage(garden, id, given, read);
    if (!current) fresh.set(id, page as FreshPage);
    pages.set(id, page);
  }
  // To write what is known of all pages takes longer than to render a few of them again.
  if (fresh.size > fewPages) await kept.keep(pages.keys(), fresh, read.keys);
  return pages;
}

function sourcesOf({ parsed, drawings, formulas }: RenderSources): Sources {
  return {
    body: parsed.body,
    drawing: drawings.of,
    highlighter: { highlight: () => null },
    copy: null,
    formulas,
  };
}

function examinePage(
  garden: Garden,
  id: string,
  given: RenderSources,
  read: FactNumbers,
): FreshPage {
  const own = gardenOf(garden, id);
  const reads = recordReads(own, sourcesOf(given), drawingKey, read);
  const { page, diagnostics } = renderNote(reads.garden, id, reads.sources);
  const note = own.notes.get(id)?.note;
  const source = given.isWhole && note ? given.written.get(note.path) : undefined;
  const lost = source === undefined || !note ? [] : lostText(source, page, note);
  return {
    facts: Uint32Array.from(reads.facts),
    diagnostics: [...diagnostics, ...lost],
    weight: Buffer.byteLength(page.html),
    outside: outsideAddresses(page.html),
    remote: { addresses: remoteAddresses(page.html), files: [] },
    // Nothing is written that could be compared with these.
    ...{ description: '', math: null, digest: '', sizes: [], excerpts: null },
  };
}

/** Addresses of links to other sites in finished HTML, each once, without fragments. */
function outsideAddresses(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="(https?:\/\/[^"]*)"/g)];
  const addresses = found.map(([, address = '']) => {
    return address.replaceAll('&#x26;', '&').replaceAll('&amp;', '&').replace(/#.*$/, '');
  });
  return [...new Set(addresses)].filter((address) => URL.canParse(address));
}

/** Pictures of other hosts; where the owner has them kept, only a build knows which cannot be had. */
function remoteFaults(
  garden: Garden,
  pages: ReadonlyMap<string, RenderedPage>,
  { keepRemotePictures = false }: ImportSettings,
): Diagnostic[] {
  if (keepRemotePictures) return [];
  const pathOf = (id: string) => gardenOf(garden, id).notes.get(id)?.note.path ?? id;
  return remoteDiagnostic(new Map([...pages].map(([id, { remote }]) => [pathOf(id), remote])));
}
