/** Brings the records of a garden up to date after an edit of a few notes, without a whole import. */
import { drawingDiagnostic } from '../../draw/mermaid/drawing-diagnostic.ts';
import { drawingKey } from '../../draw/mermaid/drawing-key.ts';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { type EditedGarden, editGarden } from '../../garden/resolve/edit/edit-garden.ts';
import { buildDay, buildMoment } from '../build-moment.ts';
import { pageDiagnostics } from '../page-entries.ts';
import { announceChanges } from '../read-set/kept-pages.ts';
import { allDiagnostics } from '../report.ts';
import { sourcesOf } from '../write-note.ts';
import { type ChangedNote, readChangedNotes } from './changed-notes.ts';
import { indexMark, type KeptImport, settingsDigest } from './kept-import.ts';
import { stalePages } from './stale-pages.ts';
import { updatePages } from './update-pages.ts';

export interface UpdateInput {
  /** Paths of the files that changed, below the notes folder. */
  readonly paths: readonly string[];
  readonly notes: string;
  readonly out: string;
  /** The settings as they are now. */
  readonly settings: object;
}

/** What an update is made of; nothing is written yet. */
interface PlannedUpdate {
  readonly edited: EditedGarden;
  readonly changed: readonly ChangedNote[];
  readonly stale: ReadonlySet<string>;
}

/** A step between nothing written and all written. */
export interface Update {
  /** Writes the records. Where it fails, only a whole import mends them. */
  readonly write: () => Promise<KeptImport>;
}

/** What to write after these changes; null where a whole import has to find out. */
export async function planUpdate(kept: KeptImport, input: UpdateInput): Promise<Update | null> {
  const start = performance.now();
  if (!isStateKept(kept, input)) return null;
  const changed = await readChangedNotes(input.notes, input.paths, kept.sources);
  if (changed === null || !changed.every(({ note }) => areDrawn(note.diagrams, kept))) return null;
  const notes = changed.map(({ note }) => withHistory(note, kept.lookup));
  const edited = editGarden(kept.garden, kept.lookup, notes);
  if (edited === null) return null;
  const stale = stalePages(kept, edited);
  // Their modules are compiled by a whole import.
  if ([...stale].some((id) => kept.mdx.has(id))) return null;
  return { write: () => writeUpdate(kept, { edited, changed, stale }, input.out, start) };
}

function isStateKept({ state, garden }: KeptImport, { settings, out }: UpdateInput): boolean {
  return (
    state.settings === settingsDigest(settings) &&
    state.index === indexMark(out) &&
    buildMoment() < state.until &&
    garden.today === buildDay()
  );
}

function areDrawn(
  diagrams: ChangedNote['note']['diagrams'],
  { drawings }: Pick<KeptImport, 'drawings'>,
): boolean {
  return diagrams.every(({ source }) => drawings.byKey(drawingKey(source)) !== undefined);
}

/** An edit that is not committed is no part of the history. */
function withHistory(
  note: ChangedNote['note'],
  { edited, indexes }: KeptImport['lookup'],
): ChangedNote['note'] {
  const history = (edited.get(note.path) ?? indexes.known.get(note.path))?.note.history;
  return history === undefined ? note : { ...note, history };
}

async function writeUpdate(
  kept: KeptImport,
  { edited, changed, stale }: PlannedUpdate,
  out: string,
  start: number,
): Promise<KeptImport> {
  const ms = () => Math.round(performance.now() - start);
  if (changed.length === 0) return { ...kept, report: { ...kept.report, rendered: 0, ms: ms() } };
  const { garden, lookup } = edited;
  // Boards and bases are counted as notes of the garden, but not of the folder.
  const { notes } = kept.report;
  const bodies = new Map(changed.map(({ note, body }) => [note.path, body]));
  const body = (path: string) => bodies.get(path) ?? kept.body(path);
  const sources = new Map(kept.sources);
  for (const { source } of changed) sources.set(source.path, source);
  const unfinished = new Set([...kept.unfinished, ...stale]);
  await announceChanges(out, [...unfinished]);
  const pages = await updatePages(kept, garden, stale, await sourcesOf(kept.drawings, body), out);
  const drawn = drawnNow(kept, changed);
  const diagnostics = allDiagnostics(
    garden,
    { diagnostics: [...kept.diagnostics.others, ...drawn] },
    { diagnostics: pageDiagnostics(garden, pages.pages) },
  );
  return {
    ...{ ...kept, ...pages, garden, lookup, body, unfinished },
    sources,
    diagnostics: { ...kept.diagnostics, drawn },
    report: {
      ...kept.report,
      ...garden.counts,
      notes,
      diagnostics,
      rendered: stale.size,
      ms: ms(),
    },
    state: { ...kept.state, index: indexMark(out) },
  };
}

/** What is reported of diagrams, with those of the changed notes on their lines. */
function drawnNow(
  { diagnostics, drawings }: KeptImport,
  changed: readonly ChangedNote[],
): readonly Diagnostic[] {
  const paths = new Set(changed.map(({ note }) => note.path));
  const found = changed.flatMap(({ note }) => {
    return note.diagrams.map((each) => drawingDiagnostic(note.path, each, drawings.of(each)));
  });
  return [
    ...diagnostics.drawn.filter(({ path }) => !paths.has(path)),
    ...found.filter((each) => each !== null),
  ];
}
