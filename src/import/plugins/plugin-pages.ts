/** Pages that plugins make of the resolved garden: they are read as notes of a vault of their own. */
import type { Root } from 'mdast';
import { type Diagnostic, failedPlugin } from '../../garden/diagnostic.ts';
import type { Garden, Policy } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { parseVault } from '../../garden/parse/parse-vault.ts';
import { applySchedule } from '../../garden/resolve/publishing/apply-schedule.ts';
import { type ResolvedGarden, resolveWithLookup } from '../../garden/resolve/resolve-garden.ts';
import type { NewPage } from '../../plugins/plugin.ts';
import { digestOf } from '../../system/disk.ts';
import { TimeLimitError, withinTime } from '../../system/time-limit.ts';
import { buildMoment } from '../build-moment.ts';
import type { ParsedGarden } from '../parse/parse-notes.ts';
import type { NotesFolder } from '../read-vaults.ts';
import { type Plugins, pluginsFolder } from './load-plugins.ts';
import { parseLimited } from './parse-limited.ts';
import { publicGarden } from './public-garden.ts';

export interface ResolvedNotes {
  readonly garden: Garden;
  /** The notes that were parsed, and those of the pages. */
  readonly parsed: ParsedGarden;
  /** What names are looked up in, to follow edits. */
  readonly lookup: ResolvedGarden['lookup'];
  /** Of plugins whose pages failed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The vault that pages of plugins belong to: `[[links]]` in them are read as Obsidian reads them. */
const vault = parseVault({ root: pluginsFolder, dialect: 'obsidian' }, new Map(), []);

/** Whether a path below the notes folder is that of a plugin's page, which has no file. */
export function isPluginPage(path: string): boolean {
  return path.startsWith(`${pluginsFolder}/`);
}

/**
 * Resolves the notes, asks the plugins for pages, and resolves all of them together if there are any. A
 * plugin that fails has no pages, and is reported.
 */
export function resolveWithPages(
  read: ParsedGarden,
  { assets, vaults }: Pick<NotesFolder, 'assets' | 'vaults'>,
  policy: Policy,
  plugins: Plugins,
  withMentions = true,
): ResolvedNotes {
  const parsed = { ...read, notes: applySchedule(read.notes, buildMoment(), policy) };
  const resolved = resolveWithLookup(parsed.notes, assets, vaults, policy, withMentions);
  const diagnostics: Diagnostic[] = [];
  const pages = pagesOf(resolved.garden, plugins, diagnostics);
  if (pages.size === 0) return { ...resolved, parsed, diagnostics };
  const all = withPages(parsed, pages, plugins);
  const both = [...vaults, vault];
  return {
    ...resolveWithLookup(all.notes, assets, both, policy, withMentions),
    parsed: all,
    diagnostics,
  };
}

/** The pages of the plugins, by their paths. */
function pagesOf(
  garden: Garden,
  plugins: Plugins,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, NewPage> {
  const pages = new Map<string, NewPage>();
  for (const { plugin } of plugins.loaded) {
    const ask = plugin.page;
    if (ask === undefined) continue;
    try {
      const answer = withinTime(() => ask(publicGarden(garden)), plugins.timeMs);
      for (const page of checkedPages(answer)) {
        const path = `${pluginsFolder}/${page.address}.md`;
        if (pages.has(path)) throw new Error(`there are two pages at “${page.address}”.`);
        pages.set(path, page);
      }
    } catch (error) {
      diagnostics.push(failedPlugin(plugin.name, 'garden.yaml', reasonOf(error)));
    }
  }
  return pages;
}

function reasonOf(error: unknown): string {
  if (error instanceof TimeLimitError) return 'its pages did not end in time.';
  return error instanceof Error ? error.message : String(error);
}

function withPages(
  parsed: ParsedGarden,
  pages: ReadonlyMap<string, NewPage>,
  plugins: Plugins,
): ParsedGarden {
  const bodies = new Map<string, Root>();
  const digests = new Map(parsed.digests);
  const notes = [...pages].map(([path, page]): Note => {
    const { note, body } = parseLimited({ path, source: page.markdown }, vault, plugins);
    bodies.set(path, body);
    digests.set(path, digestOf(plugins.version, JSON.stringify(page)));
    // A switch of the page itself would make its vault opt-in.
    const { title, address: permalink } = page;
    return { ...note, title, permalink, visibility: 'unset', asksToBePublished: false };
  });
  return {
    ...parsed,
    notes: [...parsed.notes, ...notes],
    digests,
    body: (path) => bodies.get(path) ?? parsed.body(path),
  };
}

/** @throws Error that says what is wrong with the pages. */
function checkedPages(pages: unknown): readonly NewPage[] {
  if (!Array.isArray(pages)) throw new Error('page answered with no list of pages.');
  return pages.map((page: Readonly<Record<string, unknown>> | null) => {
    const { address, title, markdown } = page ?? {};
    for (const [name, value] of Object.entries({ address, title, markdown })) {
      if (typeof value !== 'string') throw new Error(`a page has no ${name}.`);
    }
    const path = String(address).replace(/^\/+|\/+$/gu, '');
    if (!/^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u.test(path)) {
      throw new Error(`“${address}” is no address such as “books/reading-list”.`);
    }
    return { address: path, title: String(title), markdown: String(markdown) };
  });
}
