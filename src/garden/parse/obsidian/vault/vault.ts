/** The settings in `.obsidian/app.json` and `.obsidian/publish.json` that change what readers see. */
import type { Diagnostic } from '../../../diagnostic.ts';
import type { Vault } from '../../../note.ts';
import { readCardSyntax } from './card-settings.ts';

/** Texts of the vault's settings; null where the file is absent. */
export interface ObsidianSettings {
  readonly app: string | null;
  readonly publish: string | null;
  /** Of the core plugin “Templates” and of Templater. */
  readonly templates?: string | null;
  readonly templater?: string | null;
  /** Of the plugin “Extended MathJax”. */
  readonly preamble?: string | null;
  /** Of the plugin “Spaced Repetition”. */
  readonly cards?: string | null;
}

/**
 * Reads the settings of the vault in folder `root`. Diagnostics: `invalid-config` for settings that
 * are not JSON; then publishing is by opt-in.
 *
 * Publishing: a vault with `.obsidian/publish.json` is published by opt-in, like Obsidian Publish
 * itself. Without it the notes' own switches decide: see `resolve/publishing`.
 */
export function readObsidianVault(
  root: string,
  settings: ObsidianSettings,
  paths: readonly string[],
): Vault {
  const app = readJson(root, 'app.json', settings.app);
  const publish = readJson(root, 'publish.json', settings.publish);
  const hidden = readHidden(root, app.map['userIgnoreFilters']);
  const diagnostics = [...app.diagnostics, ...publish.diagnostics, ...hidden.diagnostics];
  return {
    root,
    dialect: 'obsidian',
    publishing: publishingRule(settings, diagnostics),
    hidden: hidden.patterns,
    // Obsidian has no setting for it: notes are marked, or have a usual name.
    home: null,
    favorites: [],
    attachments: attachmentsOf(app.map['attachmentFolderPath']),
    templateFolders: templateFoldersOf(settings),
    previews: previewsOf(paths),
    strictLineBreaks: app.map['strictLineBreaks'] === true,
    fileNames: 'legacy',
    journalFormats: [],
    journalFolder: '',
    pageFolder: '',
    macros: {},
    ...(settings.preamble ? { preamble: settings.preamble } : {}),
    ...(settings.cards ? { cards: readCardSyntax(readMap(settings.cards)) } : {}),
    hiddenProperties: [],
    listProperties: [],
    diagnostics,
  };
}

function publishingRule(
  { publish }: ObsidianSettings,
  diagnostics: readonly Diagnostic[],
): Vault['publishing'] {
  if (diagnostics.length > 0) return 'unreadable';
  return publish === null ? 'all' : 'opt-in';
}

interface Settings {
  readonly map: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

function readJson(root: string, file: string, source: string | null): Settings {
  if (source === null || source.trim() === '') return { map: {}, diagnostics: [] };
  const map = readMap(source);
  if (map) return { map, diagnostics: [] };
  const path = `${root === '' ? '' : `${root}/`}.obsidian/${file}`;
  const message =
    'The file is not a JSON object, so only notes with “publish: true” are published.';
  const hint = 'Repair or remove the file: Obsidian creates it again.';
  return {
    map: {},
    diagnostics: [{ code: 'invalid-config', path, line: 1, column: 1, message, hint }],
  };
}

/** A JSON object; null for anything else. */
function readMap(source: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(source ?? 'null');
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

interface Hidden {
  readonly patterns: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The excluded files. What is no list of texts may hide any note. */
function readHidden(root: string, value: unknown): Hidden {
  if (value === undefined || value === null) return { patterns: [], diagnostics: [] };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const patterns = items.filter((item) => typeof item === 'string');
  if (Array.isArray(value) && patterns.length === items.length)
    return { patterns, diagnostics: [] };
  const path = `${root === '' ? '' : `${root}/`}.obsidian/app.json`;
  const message =
    'The excluded files are not a list of texts, so only notes with “publish: true” are published.';
  const hint = 'Set them anew in Obsidian: Settings, Files and links, Excluded files.';
  return {
    patterns,
    diagnostics: [{ code: 'invalid-config', path, line: 1, column: 1, message, hint }],
  };
}

/** 'attachments', './attachments' (beside the note) or '' for the vault's root, which is written '/'. */
function attachmentsOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.startsWith('./') ? value : value.replace(/^\/+|\/+$/gu, '');
}

/** The folders that “Templates” and Templater name; '' and '/' mean none. */
function templateFoldersOf({ templates, templater }: ObsidianSettings): string[] {
  const named = [
    readMap(templates ?? null)?.['folder'],
    readMap(templater ?? null)?.['templates_folder'],
  ];
  const folders = named.flatMap((folder) => {
    return typeof folder === 'string' ? folder.replace(/^\/+|\/+$/gu, '') : [];
  });
  return [...new Set(folders)].filter((folder) => folder !== '');
}

/** Excalidraw exports `A.excalidraw.md` as `A.excalidraw.svg`, also with `.light` or `.dark` before the end. */
function previewsOf(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter((path) => {
    const stem = /^(.+?)(?:\.(?:light|dark))?\.(?:svg|png)$/iu.exec(path)?.[1];
    return stem !== undefined && all.has(`${stem}.md`);
  });
}
