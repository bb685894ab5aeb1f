/** The settings of a Logseq graph's `logseq/config.edn` that change what its readers see. */
import type { Diagnostic } from '../../../diagnostic.ts';
import { fallbackJournalFormats } from '../../../journal-dates.ts';
import type { Vault } from '../../../note.ts';
import { type Edn, ednEntry, ednKey, ednStrings, readEdn } from '../edn/edn.ts';
import { skippedFiles } from './skipped-files.ts';

interface Config {
  readonly map: Edn | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the settings of the graph in folder `root`. `config` is the text of its config.edn, or null
 * when there is none; `paths` are the graph's files, relative to the notes folder. Diagnostics of the
 * vault: 'invalid-config' where a setting cannot be read (publishing is closed then), 'skipped-file' for
 * whiteboards, drawings and org files.
 */
export function readLogseqVault(
  root: string,
  config: string | null,
  paths: readonly string[],
): Vault {
  const path = root === '' ? 'logseq/config.edn' : `${root}/logseq/config.edn`;
  const { map, diagnostics } = readConfig(path, config ?? '{}');
  const publishing = readPublishing(path, map);
  const hidden = readHidden(path, map);
  const isReadable = diagnostics.length === 0 && hidden.diagnostics.length === 0;
  const home = ednEntry(ednEntry(map, 'default-home'), 'page');
  const folders = foldersOf(root, map, paths);
  return {
    root,
    dialect: 'logseq',
    publishing: isReadable ? publishing.rule : 'unreadable',
    hidden: hidden.prefixes,
    home: home?.kind === 'string' && home.text !== '' ? home.text : null,
    favorites: ednStrings(ednEntry(map, 'favorites')),
    strictLineBreaks: false,
    journalFormats: journalFormats(map),
    ...folders,
    macros: readMacros(map),
    hiddenProperties: ednStrings(ednEntry(map, 'block-hidden-properties')),
    listProperties: ednStrings(ednEntry(map, 'property/separated-by-commas')),
    diagnostics: [
      ...diagnostics,
      ...publishing.diagnostics,
      ...hidden.diagnostics,
      ...skippedFiles(root, paths),
    ],
  };
}

type Folders = Pick<Vault, 'attachments' | 'fileNames' | 'journalFolder' | 'pageFolder'>;

/** The folders of a graph; those of an export of the database version where the files are in them. */
function foldersOf(root: string, map: Edn | null, paths: readonly string[]): Folders {
  const exported = root === '' ? 'Notes/' : `${root}/Notes/`;
  const own = [`${exported.slice(0, -6)}logseq/config.edn`, `${exported.slice(0, -6)}pages/`];
  const isExport =
    paths.some((path) => path.startsWith(exported)) &&
    !paths.some((path) => own.some((start) => path.startsWith(start)));
  if (isExport) {
    const folders = { pageFolder: 'Notes', journalFolder: 'Daily', attachments: 'Attachments' };
    return { ...folders, fileNames: 'plain' };
  }
  return {
    attachments: 'assets',
    fileNames:
      keyOf(ednEntry(map, 'file/name-format')) === 'triple-lowbar' ? 'triple-lowbar' : 'legacy',
    journalFolder: textAt(map, 'journals-directory') ?? 'journals',
    pageFolder: textAt(map, 'pages-directory') ?? 'pages',
  };
}

function readConfig(path: string, source: string): Config {
  const { value, fault } = readEdn(source);
  if (!fault && value?.kind === 'map') return { map: value, diagnostics: [] };
  const message = fault?.message ?? 'The file is not a map of settings.';
  return {
    map: value,
    diagnostics: [invalidConfig(path, message, placeOf(source, fault?.offset ?? 0))],
  };
}

/** `:publishing/all-pages-public?`, or its older name. Anything but `true` publishes nothing. */
function readPublishing(
  path: string,
  map: Edn | null,
): { rule: Vault['publishing']; diagnostics: Diagnostic[] } {
  const values = settings(map, 'publishing/all-pages-public?');
  const switches = values.length > 0 ? values : settings(map, 'all-pages-public?');
  const first = switches[0];
  if (!first) return { rule: 'opt-in', diagnostics: [] };
  const plain = switches.length === 1 && (first.kind === 'boolean' || first.kind === 'nil');
  if (!plain) {
    const message = ':publishing/all-pages-public? must be set once, to true or false.';
    return {
      rule: 'unreadable',
      diagnostics: [invalidConfig(path, message, { line: 1, column: 1 })],
    };
  }
  return { rule: first.kind === 'boolean' && first.value ? 'all' : 'opt-in', diagnostics: [] };
}

function settings(map: Edn | null, key: string): Edn[] {
  if (map?.kind !== 'map') return [];
  return map.entries.filter(([name]) => ednKey(name) === key).map(([, value]) => value);
}

/** Logseq's `:hidden` are prefixes of paths, with or without '/' in front. */
function readHidden(
  path: string,
  map: Edn | null,
): { prefixes: string[]; diagnostics: Diagnostic[] } {
  const own = ['logseq/bak/', 'logseq/.recycle/', 'logseq/version-files/'];
  const values = settings(map, 'hidden').filter(({ kind }) => kind !== 'nil');
  const prefixes = values.flatMap(ednStrings).map((prefix) => prefix.replace(/^\/+/, ''));
  const message = ':hidden must be a list of paths.';
  return {
    prefixes: [...own, ...prefixes.filter((prefix) => prefix !== '')],
    diagnostics: values.every(isListOfPaths)
      ? []
      : [invalidConfig(path, message, { line: 1, column: 1 })],
  };
}

function isListOfPaths(value: Edn): boolean {
  if (value.kind === 'string') return true;
  if (value.kind !== 'list' && value.kind !== 'vector' && value.kind !== 'set') return false;
  return value.items.every(({ kind }) => kind === 'string');
}

function journalFormats(map: Edn | null): string[] {
  const configured = textAt(map, 'journal/page-title-format') ?? textAt(map, 'date-formatter');
  const ofFiles = textAt(map, 'journal/file-name-format');
  return [...new Set([configured, ...fallbackJournalFormats, ofFiles])].filter(
    (format): format is string => typeof format === 'string' && format !== '',
  );
}

function readMacros(map: Edn | null): Record<string, string> {
  const macros = ednEntry(map, 'macros');
  if (macros?.kind !== 'map') return {};
  const entries = macros.entries.flatMap(([key, value]): [string, string][] =>
    value.kind === 'string' && ednKey(key) !== '' ? [[ednKey(key), value.text]] : [],
  );
  return Object.fromEntries(entries);
}

function textAt(map: Edn | null, key: string): string | null {
  const value = ednEntry(map, key);
  return value?.kind === 'string' && value.text !== '' ? value.text : null;
}

function keyOf(value: Edn | null): string {
  return value ? ednKey(value) : '';
}

function invalidConfig(
  path: string,
  message: string,
  place: { line: number; column: number },
): Diagnostic {
  const hint = 'Until it can be read, only pages with `public:: true` are published.';
  return { code: 'invalid-config', path, ...place, message, hint };
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
