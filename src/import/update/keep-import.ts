/** Keeps of an import what later updates need. */
import type { Drawings } from '../../draw/draw-diagrams.ts';
import type { Garden } from '../../garden/garden.ts';
import type { PageEntry } from '../../garden/record-files.ts';
import { buildMoment } from '../build-moment.ts';
import type { ImportSettings } from '../import-settings.ts';
import type { MdxNotes } from '../mdx/mdx-notes.ts';
import type { Plugins } from '../plugins/load-plugins.ts';
import type { ResolvedNotes } from '../plugins/plugin-pages.ts';
import { bodiesRead } from '../read-set/bodies-read.ts';
import type { NotesFolder } from '../read-vaults.ts';
import type { RemotePictures } from '../remote-pictures/remote-pictures.ts';
import type { RenderedPages } from '../render-pages.ts';
import { allDiagnostics, type Diagnosed, type ImportReport } from '../report.ts';
import { nextMoment } from '../same-until.ts';
import { indexMark, type KeptImport, settingsDigest } from './kept-import.ts';

export interface FinishedImport {
  readonly garden: Garden;
  readonly resolved: ResolvedNotes;
  readonly folder: NotesFolder;
  readonly drawings: Drawings;
  readonly mdx: MdxNotes;
  readonly remote: RemotePictures;
  readonly pages: RenderedPages;
  readonly entries: readonly PageEntry[];
  /** Stages whose diagnostics an update leaves as they are. */
  readonly others: readonly Diagnosed[];
  readonly report: ImportReport;
  readonly settings: ImportSettings;
  readonly plugins: Plugins;
  readonly out: string;
}

/** What updates need; null where an edit of one note may change anything: by code of plugins, or by pictures. */
export function keepImport(finished: FinishedImport): KeptImport | null {
  const { settings, plugins, resolved, drawings, pages, garden, entries } = finished;
  const isWhole =
    plugins.reports.length === 0 &&
    settings.keepRemotePictures !== true &&
    settings.socialImages === undefined;
  if (!isWhole) return null;
  return {
    ...{ garden, drawings, entries, lookup: resolved.lookup(), body: resolved.parsed.body },
    sources: new Map(finished.folder.sources.map((source) => [source.path, source])),
    mdx: finished.mdx.ids,
    remote: finished.remote,
    pages: pages.pages,
    bodies: bodiesRead(pages.reads),
    diagnostics: { drawn: drawings.diagnostics, others: allDiagnostics(...finished.others) },
    report: finished.report,
    state: {
      settings: settingsDigest(settings),
      until: nextMoment(resolved.parsed.notes, buildMoment()),
      index: indexMark(finished.out),
    },
    unfinished: new Set(),
  };
}
