/** What an import leaves in memory, where a later update of a few notes is asked for. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawings } from '../../draw/draw-diagrams.ts';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { Garden } from '../../garden/garden.ts';
import { type PageEntry, recordFiles } from '../../garden/record-files.ts';
import type { GardenLookup } from '../../garden/resolve/edit/garden-lookup.ts';
import { digestOf } from '../../system/disk.ts';
import type { ParsedGarden } from '../parse/parse-notes.ts';
import type { RenderedPage } from '../read-set/kept-pages.ts';
import type { NoteSource } from '../read-vaults.ts';
import type { RemotePictures } from '../remote-pictures/remote-pictures.ts';
import type { ImportReport } from '../report.ts';

export interface KeptImport {
  readonly garden: Garden;
  readonly lookup: GardenLookup;
  /** By path. */
  readonly sources: ReadonlyMap<string, NoteSource>;
  readonly body: ParsedGarden['body'];
  readonly drawings: Pick<Drawings, 'of' | 'byKey'>;
  readonly mdx: ReadonlySet<string>;
  readonly remote: RemotePictures;
  readonly pages: ReadonlyMap<string, RenderedPage>;
  /** For each page the keys of the texts of notes that it shows. */
  readonly bodies: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly PageEntry[];
  readonly diagnostics: KeptDiagnostics;
  readonly report: ImportReport;
  /** What must be as it was for anything of this to be true. */
  readonly state: KeptState;
  /** Ids of the notes whose records were written since: the next import renders them again. */
  readonly unfinished: ReadonlySet<string>;
}

/** Diagnostics besides those of the garden and of its pages. */
export interface KeptDiagnostics {
  /** Of the diagrams. */
  readonly drawn: readonly Diagnostic[];
  /** Of everything that an update leaves as it is. */
  readonly others: readonly Diagnostic[];
}

export interface KeptState {
  /** Digest of the settings. */
  readonly settings: string;
  /** Milliseconds since 1970: then a day ends, or a note is published or withdrawn. */
  readonly until: number;
  /** Tells the index of pages that this process wrote from one that another process wrote. */
  readonly index: string;
}

/** Digest of the settings of an import, with all that is read of the environment. */
export function settingsDigest(settings: object): string {
  return digestOf(JSON.stringify(settings));
}

/** Changes with each time that the index of pages is written. */
export function indexMark(out: string): string {
  const found = statSync(join(out, recordFiles.index), { throwIfNoEntry: false, bigint: true });
  return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`;
}
