/** Renders the notes behind passwords, and encrypts their pages and files. */
import { extname, join } from 'node:path';
import { createHighlighter } from '../../draw/code/highlighter.ts';
import type { Drawings } from '../../draw/draw-diagrams.ts';
import { createFormulaSetter } from '../../draw/formula/mathjax.ts';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { type Garden, gardenOf, type UnlistedNote } from '../../garden/garden.ts';
import { type LockedPage, lockedFolder, lockRounds } from '../../garden/locked.ts';
import type { LockedContent } from '../../garden/locked-content.ts';
import { ownValue } from '../../garden/own-value.ts';
import type { NotePage } from '../../garden/page.ts';
import { type PageEntry, pageRecordFile } from '../../garden/record-files.ts';
import type { Sources } from '../../garden/render/render-context.ts';
import { renderNote } from '../../garden/render/render-note.ts';
import { digestOf, writeIfChanged } from '../../system/disk.ts';
import type { ParsedGarden } from '../parse/parse-notes.ts';
import { pictureSize } from '../picture-size.ts';
import { encrypted, PasswordRoot } from './password-keys.ts';

export interface LockInput {
  readonly passwords: ReadonlyMap<string, string>;
  readonly parsed: ParsedGarden;
  readonly drawings: Drawings;
  readonly out: string;
  /** Bytes of a file of a vault, as they would be published. */
  readonly fileAt: (path: string) => Promise<Uint8Array>;
}

export interface LockedPages {
  readonly entries: readonly PageEntry[];
  /** Encrypted files by their names in the site. */
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly diagnostics: readonly Diagnostic[];
}

const noLockedPages: LockedPages = { entries: [], files: [], diagnostics: [] };

/** Gives a locked note a name that tells nothing to who has not its password. */
export function lockedName(
  passwords: ReadonlyMap<string, string>,
): (entry: UnlistedNote) => string {
  return ({ access, note }) => {
    const name = access.kind === 'password' ? access.name : '';
    return new PasswordRoot(name, passwords.get(name) ?? '').nameOf('page', note.path);
  };
}

/** Writes the records of all locked pages. Nothing that is returned or written tells what a note says. */
export async function lockPages(garden: Garden, input: LockInput): Promise<LockedPages> {
  const groups = Map.groupBy(garden.unlisted.values(), ({ access }) =>
    access.kind === 'password' ? access.name : '',
  );
  groups.delete('');
  if (groups.size === 0) return noLockedPages;
  const sources = {
    body: input.parsed.body,
    drawing: input.drawings.of,
    highlighter: await createHighlighter(),
    copy: null,
    formulas: createFormulaSetter(),
  };
  const locked: LockedPages[] = [];
  for (const [name, entries] of groups) {
    const root = new PasswordRoot(name, input.passwords.get(name) ?? '');
    locked.push(await lockGroup(garden, entries, root, sources, input));
  }
  return {
    entries: locked.flatMap(({ entries }) => entries),
    files: locked.flatMap(({ files }) => files),
    diagnostics: locked.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface PlainFile {
  /** Name below `lockedFolder`. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The pages and files of one password, which have one key. */
async function lockGroup(
  garden: Garden,
  entries: readonly UnlistedNote[],
  root: PasswordRoot,
  sources: Sources,
  { fileAt, out }: LockInput,
): Promise<LockedPages> {
  const files = new Map<string, PlainFile>();
  for (const path of entries.flatMap((entry) => [...entry.files.keys()])) {
    // What another note shows to everybody is no secret here.
    if (garden.assets.has(path) || files.has(path)) continue;
    const bytes = await fileAt(path);
    // Hosts take an address without an extension for a page.
    files.set(path, { name: `${root.nameOf('file', path, bytes)}.bin`, path, bytes });
  }
  const diagnostics: Diagnostic[] = [];
  const pages = entries.map(({ permalink }) => permalink);
  const texts = entries.map((entry) => {
    const own = withFiles(gardenOf(garden, entry.id), entry, files);
    const rendered = renderNote(own, entry.id, sources);
    diagnostics.push(...rendered.diagnostics);
    const shown = [...entry.files.keys()].flatMap((path) => files.get(path) ?? []);
    return { entry, text: padded(JSON.stringify(contentOf(rendered.page, shown, pages))) };
  });
  const plain = [...files.values()].map(({ bytes }) => bytes);
  const salt = root.saltFor([...texts.map(({ text }) => text), ...plain]);
  const key = root.keyFor(salt);
  const written = texts.map(async ({ entry, text }): Promise<PageEntry> => {
    const data = encrypted(root, key, entry.permalink, Buffer.from(text)).toString('base64');
    const lock = { salt: salt.toString('base64'), rounds: lockRounds, data };
    return writePage(entry, lock, out);
  });
  return {
    entries: await Promise.all(written),
    files: [...files.values()].map(({ name, bytes }) => ({
      name: `${lockedFolder}/${name}`,
      content: encrypted(root, key, name, bytes),
    })),
    diagnostics,
  };
}

async function writePage(
  { id, permalink, access }: UnlistedNote,
  lock: LockedPage['lock'],
  out: string,
): Promise<PageEntry> {
  const title = access.kind === 'password' ? access.title : '';
  const page: LockedPage = { kind: 'locked', id, permalink, title, lock };
  const record = JSON.stringify(page);
  await writeIfChanged(join(out, pageRecordFile(id)), record);
  return { id, title, kind: 'locked', digest: digestOf(record) };
}

/** The garden in which the note's own files have the addresses of encrypted ones. */
function withFiles(
  garden: Garden,
  entry: UnlistedNote,
  files: ReadonlyMap<string, PlainFile>,
): Garden {
  const own = [...entry.files].flatMap(([path, asset]) => {
    const file = files.get(path);
    if (file === undefined) return [];
    const measured = { ...asset, ...pictureSize(file.bytes) };
    return [[path, { asset: measured, permalink: `/${lockedFolder}/${file.name}` }] as const];
  });
  return { ...garden, assets: new Map([...garden.assets, ...own]) };
}

const types: Readonly<Record<string, string>> = {
  ...{ '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg' },
  ...{ '.gif': 'image/gif', '.webp': 'image/webp', '.avif': 'image/avif', '.bmp': 'image/bmp' },
  ...{ '.mp4': 'video/mp4', '.webm': 'video/webm', '.mov': 'video/quicktime' },
  ...{ '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.wav': 'audio/wav', '.m4a': 'audio/mp4' },
  ...{ '.flac': 'audio/flac', '.opus': 'audio/ogg', '.pdf': 'application/pdf' },
};

function contentOf(
  page: NotePage,
  files: readonly PlainFile[],
  pages: readonly string[],
): LockedContent {
  const { title, icon, lang, classes, properties, contents, search } = page;
  // A file of its own would show the drawing to everybody.
  const html = page.html.replace(/(<a class="diagram-enlarge" href=")[^"]*/g, '$1#');
  const named = files.map(({ name, path }) => {
    const type = ownValue(types, extname(path).toLowerCase()) ?? 'application/octet-stream';
    return [name, { type, name: path.slice(path.lastIndexOf('/') + 1) }] as const;
  });
  const parts = { title, icon, lang, classes, html, properties, contents, search };
  return { ...parts, files: Object.fromEntries(named), pages };
}

/** Bytes to which a text is filled up, so that its length tells little. */
const padding = 4096;

function padded(json: string): string {
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(length / padding) * padding - length);
}
