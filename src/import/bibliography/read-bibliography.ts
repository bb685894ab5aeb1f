/** The owner's bibliographies: each `.bib` file of the notes, and each `references.json` in CSL JSON. */
import type { CitedWork } from '../../garden/bibliography.ts';
import { compareText, type Diagnostic } from '../../garden/diagnostic.ts';
import type { Garden } from '../../garden/garden.ts';
import { readIgnoredPaths } from '../../garden/resolve/publishing/ignored-paths.ts';
import { decodeText, mapFiles, readBytes } from '../../system/disk.ts';
import type { KeptFiles } from '../kept-files.ts';
import { workOfCsl } from './csl-work.ts';

export interface Bibliography {
  readonly works: ReadonlyMap<string, CitedWork>;
  readonly hasBibliography: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

interface ReadFile {
  readonly works: readonly {
    readonly key: string;
    readonly line: number;
    readonly work: CitedWork;
  }[];
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Reads the bibliographies among the files that are not notes; those below an ignored path are none.
 * Diagnostics: `invalid-bibliography`. Of two works with one key the first by path and line counts.
 */
export async function readBibliography(
  locations: ReadonlyMap<string, string>,
  ignored: readonly string[],
  kept: KeptFiles,
): Promise<Bibliography> {
  const isIgnored = readIgnoredPaths(ignored);
  const paths = [...locations.keys()].filter((path) => isBibliography(path) && !isIgnored(path));
  const files = await mapFiles(paths.toSorted(compareText), async (path) => {
    const location = locations.get(path) ?? path;
    const read = await kept.fact('bibliography', location, async () => {
      return readText(path, decodeText(await readBytes(location)).text);
    });
    return { path, ...read };
  });
  const works = new Map<string, CitedWork>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, works: found, faults } of files) {
    diagnostics.push(...faults.map(({ line, reason }) => faultOf(path, line, reason)));
    for (const { key, line, work } of found) {
      if (works.has(key))
        diagnostics.push(faultOf(path, line, `another work has the key “${key}”`));
      else works.set(key, work);
    }
  }
  return { works, hasBibliography: files.length > 0, diagnostics };
}

/** The garden with the works of the owner's bibliographies, which the report of what is wrong in them needs, too. */
export async function withCitedWorks(
  garden: Garden,
  locations: ReadonlyMap<string, string>,
  kept: KeptFiles,
): Promise<{ readonly garden: Garden; readonly bibliography: Bibliography }> {
  const bibliography = await readBibliography(locations, garden.policy.ignore ?? [], kept);
  const { works, hasBibliography } = bibliography;
  return { garden: { ...garden, works, hasBibliography }, bibliography };
}

function isBibliography(path: string): boolean {
  return /\.bib$|(?:^|\/)references\.json$/iu.test(path);
}

/** What reads BibTeX is loaded only where there is some. */
async function readText(path: string, text: string): Promise<ReadFile> {
  if (!/\.bib$/iu.test(path)) return readCslJson(text);
  const { readBibtex } = await import('./bibtex.ts');
  const entries = readBibtex(text);
  return {
    works: entries.flatMap(({ line, item }) => {
      const read = workOfCsl(item);
      return read === null ? [] : [{ key: read[0], line, work: read[1] }];
    }),
    faults: entries.flatMap(({ line, fault }) => {
      return fault === undefined ? [] : [{ line, reason: fault }];
    }),
  };
}

function readCslJson(text: string): ReadFile {
  try {
    const items: unknown = JSON.parse(text);
    if (!Array.isArray(items)) throw new Error('it is no list of works');
    const works = items.flatMap((item) => {
      const read = workOfCsl(item);
      return read === null ? [] : [{ key: read[0], line: 1, work: read[1] }];
    });
    return { works, faults: [] };
  } catch (error) {
    return { works: [], faults: [{ line: 1, reason: (error as Error).message }] };
  }
}

function faultOf(path: string, line: number, reason: string): Diagnostic {
  return {
    code: 'invalid-bibliography',
    path,
    line,
    column: 1,
    message: `A work of the bibliography cannot be used: ${reason.replace(/\.?$/u, '.')}`,
    hint: 'Correct the entry; all others are used.',
  };
}
