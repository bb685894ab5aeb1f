/** Writes the MDX notes of a garden to the folder where Astro compiles them. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { Garden, GardenNote, Target } from '../../garden/garden.ts';
import { noteTextsFor } from '../../garden/interface-texts/note-texts.ts';
import type { Link } from '../../garden/note.ts';
import { findComments } from '../../garden/parse/obsidian/source/comments.ts';
import { outsideCode } from '../../garden/parse/obsidian/source/hidden-ranges.ts';
import { mdxFile } from '../../garden/record-files.ts';
import { addressOf } from '../../garden/render/address.ts';
import { hasOwnLabel, publicFragment, publicSource } from '../../garden/render/privacy.ts';
import { digestOf, writeIfChanged } from '../../system/disk.ts';
import type { NoteSource } from '../read-vaults.ts';
import type { KeptPictures, MdxFacts } from './garden-links.ts';
import { prepareMdx } from './prepare-mdx.ts';

export interface PreparedMdx {
  /** The source of each note that Astro compiles, by its id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MdxInput {
  /** The notes folder, from which imports of notes lead on. */
  readonly notes: string;
  /** Whether the owner lets MDX notes run as code while the site is built. */
  readonly mdx: boolean;
}

/** Prepares every public MDX note; the ones that may not or cannot be compiled get a diagnostic instead. */
export function prepareMdxNotes(
  garden: Garden,
  sources: readonly NoteSource[],
  { notes: notesFolder, mdx }: MdxInput,
): PreparedMdx {
  const found = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const byPath = new Map(sources.map((source) => [source.path, source.source]));
  for (const entry of garden.notes.values()) {
    const { path } = entry.note;
    if (!path.endsWith('.mdx')) continue;
    if (!mdx) {
      diagnostics.push(switchedOff(path));
      continue;
    }
    const folder = resolve(notesFolder, dirname(path));
    const published = publicMdx(garden, entry, byPath.get(path) ?? '');
    const prepared = prepareMdx(published, (specifier) => locate(specifier, notesFolder, folder));
    if (prepared.flaw !== '') {
      diagnostics.push(flawed(path, prepared));
      continue;
    }
    found.set(entry.id, prepared.source);
  }
  return { sources: found, diagnostics };
}

/**
 * Writes the prepared notes, with what Astro needs to know of them, to `out`. `pictures` gives the addresses
 * of kept pictures of other hosts, by the digest of the address that a note names.
 * @returns the files in `out` that belong to the garden.
 */
export async function writeMdx(
  garden: Garden,
  { sources }: PreparedMdx,
  { out, pictures }: { readonly out: string; readonly pictures: (id: string) => KeptPictures },
): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  for (const [id, source] of sources) {
    const entry = garden.notes.get(id);
    if (entry === undefined) continue;
    const file = mdxFile(id);
    const facts = JSON.stringify({ ...factsOf(garden, entry), pictures: pictures(id) });
    await writeIfChanged(join(out, `${file}.json`), facts);
    await writeIfChanged(join(out, `${file}.mdx`), `${source}\n{/* ${digestOf(facts)} */}\n`);
    files.add(`${file}.json`).add(`${file}.mdx`);
  }
  return files;
}

/** An import from a note: a file beside it, one below the notes folder ('/.garden/…'), or a package. */
function locate(specifier: string, notes: string, folder: string): string | null {
  if (!/^[./]/.test(specifier)) return specifier;
  const location = specifier.startsWith('/') ? join(notes, specifier) : resolve(folder, specifier);
  // It becomes part of the note's code, where a backslash would begin an escape.
  return existsSync(location) ? resolve(location).replaceAll('\\', '/') : null;
}

/** The source of each link to a private note, with the words that replace it. */
function secretsOf({ note, targets }: GardenNote): ReadonlyMap<string, string> {
  const links = note.links.filter((_, index) => targets[index]?.kind === 'private');
  const shown = (link: Link) =>
    hasOwnLabel(link) ? link.label : noteTextsFor(note.lang).privateName;
  return new Map(links.map((link) => [link.source, shown(link).replace(/[[\]{}<>]/g, ' ')]));
}

/**
 * The note as Astro may compile and cache it: without comments, and with nothing in place of the wiki
 * links outside code that the engine did not read, such as those inside of elements.
 */
function publicMdx(garden: Garden, entry: GardenNote, source: string): string {
  const shown = withoutSecrets(withoutComments(source), secretsOf(entry));
  const known = new Set(entry.note.links.map((link) => link.source));
  return outsideCode(shown, (text) =>
    text.replace(/!?\[\[[^[\]\n]+\]\]/g, (written) => {
      return known.has(written) ? written : publicSource(garden, entry, written);
    }),
  );
}

/** The source without `%%comments%%`, on the same lines. */
function withoutComments(source: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of findComments(source, 0)) {
    kept += source.slice(from, start) + source.slice(start, end).replace(/[^\n]/g, '');
    from = end;
  }
  return kept + source.slice(from);
}

/** The note as Astro may compile and cache it: links to private notes replaced by words. */
function withoutSecrets(source: string, secrets: ReadonlyMap<string, string>): string {
  return [...secrets]
    .sort(([a], [b]) => b.length - a.length)
    .reduce((text, [written, shown]) => text.replaceAll(written, () => shown), source);
}

function factsOf(garden: Garden, entry: GardenNote): Omit<MdxFacts, 'pictures'> {
  const { note, targets } = entry;
  const links = note.links.flatMap((link, index) => {
    const target = targets[index] ?? { kind: 'unresolved' as const };
    if (target.kind === 'private') return [];
    const label = link.label || link.name;
    return [[link.source, { href: addressOfTarget(garden, target), label }] as const];
  });
  const headings = note.headings.map(({ fragment }) => publicFragment(entry, fragment));
  return { links: Object.fromEntries(links), headings };
}

function addressOfTarget(garden: Garden, target: Target): string | null {
  const permalink = permalinkOf(garden, target);
  if (!permalink) return null;
  const entry = target.kind === 'note' ? garden.notes.get(target.id) : undefined;
  const fragment = 'fragment' in target ? target.fragment : '';
  return addressOf(garden, permalink, entry ? publicFragment(entry, fragment) : fragment);
}

function permalinkOf(garden: Garden, target: Target): string | undefined {
  if (target.kind === 'note') return garden.notes.get(target.id)?.permalink;
  if (target.kind === 'ghost') return garden.ghosts.get(target.id)?.permalink;
  if (target.kind === 'tag') return garden.tags.get(target.tag)?.permalink;
  return target.kind === 'asset' ? garden.assets.get(target.path)?.permalink : undefined;
}

function switchedOff(path: string): Diagnostic {
  const message = 'MDX runs as code while the site is built, and garden.yaml does not allow it.';
  const hint = 'The note is shown as plain Markdown; write `mdx: true` if you trust all notes.';
  return { code: 'mdx-off', path, line: 1, column: 1, message, hint };
}

function flawed(
  path: string,
  { flaw, line, column }: { flaw: string; line: number; column: number },
) {
  const hint = 'The note is shown as plain Markdown.';
  return { code: 'invalid-mdx' as const, path, line, column, message: flaw, hint };
}
