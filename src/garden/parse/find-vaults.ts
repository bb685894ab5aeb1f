/**
 * Which folders of a tree are vaults, and which vault a file belongs to. A folder is a Logseq graph
 * when it holds `logseq/config.edn`, or both `pages/` and `journals/`; it is an Obsidian vault when
 * it holds `.obsidian/`. What Logseq's database version exports as Markdown is a graph, too: `Notes/` and
 * `Daily/` with days as Logseq calls them, as long as Obsidian has not opened it. Notes in neither belong to one Obsidian vault at the top of the tree.
 */
import { compareText } from '../diagnostic.ts';
import type { Dialect } from '../note.ts';

/** A vault before its settings are read: its folder relative to the notes folder, '' for the top. */
export interface VaultPlace {
  readonly root: string;
  readonly dialect: Dialect;
}

/**
 * The vaults of a tree, outermost first. Takes every file path of the tree ('/'-separated, dot
 * folders included). Always includes an Obsidian vault at '' when a note is in no other vault.
 */
export function findVaults(paths: readonly string[]): VaultPlace[] {
  const roots = new Map<string, Set<string>>();
  for (const path of paths) noteMarkers(path, roots);
  const places: VaultPlace[] = [];
  for (const [root, markers] of roots) {
    if (markers.has('config') || (markers.has('pages') && markers.has('journals'))) {
      places.push({ root, dialect: 'logseq' });
    }
    if (markers.has('obsidian')) places.push({ root, dialect: 'obsidian' });
    else if (markers.has('exported notes') && markers.has('exported days')) {
      places.push({ root, dialect: 'logseq' });
    }
  }
  const hasStrayNote = paths.some(
    (path) => isNote(path) && !isIgnored(path) && !vaultOf(path, places),
  );
  if (hasStrayNote) places.push({ root: '', dialect: 'obsidian' });
  return places.sort((a, b) => compareText(a.root, b.root) || compareText(a.dialect, b.dialect));
}

/**
 * The vault that holds a path: the innermost. Where one folder is both a graph and a vault, Logseq
 * has the notes of its own folders and Obsidian the rest.
 */
export function vaultOf(path: string, places: readonly VaultPlace[]): VaultPlace | undefined {
  const holders = places.filter(({ root }) => root === '' || path.startsWith(`${root}/`));
  const rootLength = Math.max(...holders.map(({ root }) => root.length));
  const innermost = holders.filter(({ root }) => root.length === rootLength);
  if (innermost.length < 2) return innermost[0];
  const inside = rootLength === 0 ? path : path.slice(rootLength + 1);
  const dialect = /^(?:pages|journals|logseq|whiteboards|draws)\//.test(inside)
    ? 'logseq'
    : 'obsidian';
  return innermost.find((place) => place.dialect === dialect);
}

/** Whether a path is a note: Markdown or MDX. */
export function isNote(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}

/**
 * Whether a file has a page of its own: notes, in Obsidian vaults canvases and bases, in Logseq graphs
 * pages in Org mode and whiteboards.
 */
export function becomesPage(path: string, dialect: Dialect | undefined): boolean {
  if (isNote(path)) return true;
  if (dialect === 'obsidian') return /\.(?:canvas|base)$/i.test(path);
  const isOfGraph = /(?:^|\/)(?:(?:pages|journals)\/.+\.org|whiteboards\/[^/]+\.edn)$/i.test(path);
  return dialect === 'logseq' && isOfGraph;
}

/**
 * Whether neither program shows the file: dot files and folders, dependencies, and Logseq's recycle bin
 * and old versions in `logseq/`.
 */
export function isIgnored(path: string): boolean {
  return /(?:^|\/)(?:\.|node_modules\/|logseq\/(?:bak|version-files)\/)/.test(path);
}

function noteMarkers(path: string, roots: Map<string, Set<string>>): void {
  const markers: readonly [RegExp, string][] = [
    [/^(?<root>(?:.*\/)?)logseq\/config\.edn$/, 'config'],
    [/^(?<root>(?:.*\/)?)\.obsidian\//, 'obsidian'],
    [/^(?<root>(?:.*\/)?)pages\/[^/]+\.(?:md|org)$/i, 'pages'],
    [/^(?<root>(?:.*\/)?)journals\/[^/]+\.(?:md|org)$/i, 'journals'],
    [/^(?<root>(?:.*\/)?)Notes\/.+\.md$/, 'exported notes'],
    [/^(?<root>(?:.*\/)?)Daily\/[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th), \d{4}\.md$/, 'exported days'],
  ];
  for (const [pattern, marker] of markers) {
    const root = pattern.exec(path)?.groups?.['root'];
    if (root === undefined || isIgnored(root)) continue;
    const key = root.replace(/\/$/, '');
    roots.set(key, (roots.get(key) ?? new Set()).add(marker));
  }
}
