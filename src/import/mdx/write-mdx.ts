/** Writes the code of the MDX notes of a garden to the folder where Astro compiles them. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Diagnostic, Position } from '../../garden/diagnostic.ts';
import type { NotePage } from '../../garden/page.ts';
import { mdxFile, pageRecordFile } from '../../garden/record-files.ts';
import { decodeText, readBytes, writeIfChanged } from '../../system/disk.ts';
import { mdxSource } from './mdx-source.ts';

export interface WrittenMdx {
  /** The files in the output that belong to the garden. */
  readonly files: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the modules of the notes with these ids, whose pages are rendered in `out`. Those that cannot be
 * compiled get a diagnostic instead: their pages are shown without the components.
 */
export async function writeMdx(
  ids: ReadonlySet<string>,
  { notes, out }: { readonly notes: string; readonly out: string },
): Promise<WrittenMdx> {
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const id of ids) {
    const { text } = decodeText(await readBytes(join(out, pageRecordFile(id))));
    const compiled = compiledMdx(JSON.parse(text) as NotePage, { notes, out });
    if (compiled?.flaw) diagnostics.push(compiled.flaw);
    if (!compiled || compiled.flaw) continue;
    const file = mdxFile(id);
    await writeIfChanged(join(out, file), compiled.source);
    files.add(file);
  }
  return { files, diagnostics };
}

/** The source of a page's module, and why it cannot be compiled; null for a page without code. */
export function compiledMdx(
  { mdx, path }: NotePage,
  { notes, out }: { readonly notes: string; readonly out: string },
): { readonly source: string; readonly flaw: Diagnostic | null } | null {
  if (mdx === null) return null;
  const folder = resolve(notes, dirname(path));
  const { source, flaw } = mdxSource(mdx, (name) => {
    return /^[./]/.test(name) ? locate(name, notes, folder) : installed(name, out);
  });
  return { source, flaw: flaw && flawed(path, flaw) };
}

/** A package, where one is installed for the garden or for its output, or a module of Astro or Node. */
function installed(specifier: string, out: string): string | null {
  if (/^[a-z]+:/.test(specifier)) return specifier;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const isFound = [resolve(out), import.meta.dirname].some((start) => {
    const folders = start.split(sep).map((_, index, parts) => parts.slice(0, index + 1).join(sep));
    return folders.some((folder) => existsSync(join(folder, sep, 'node_modules', name)));
  });
  return isFound ? specifier : null;
}

/** An import from a note: a file beside it, or one below the notes folder ('/.garden/…'). */
function locate(specifier: string, notes: string, folder: string): string | null {
  const location = specifier.startsWith('/') ? join(notes, specifier) : resolve(folder, specifier);
  // It becomes part of the note's code, where a backslash would begin an escape.
  return existsSync(location) ? resolve(location).replaceAll('\\', '/') : null;
}

function flawed(path: string, { line, column, message }: Position & { message: string }) {
  const hint = 'The note is shown without its components.';
  return { code: 'invalid-mdx' as const, path, line, column, message, hint };
}
