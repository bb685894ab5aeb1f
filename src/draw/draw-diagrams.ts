/** Draws the garden's diagrams, each source once; unchanged ones come from the cache. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { Drawing } from '../garden/drawing.ts';
import { type Garden, isLocked, servedNotes } from '../garden/garden.ts';
import type { Diagram } from '../garden/note.ts';
import { standaloneAddress, standaloneSvg } from '../garden/render/diagram/standalone.ts';
import { keepOnly, mapFiles, readTextIfAny, writeIfChanged } from '../system/disk.ts';
import { counted, type Stage } from '../system/progress.ts';
import { startDrawing } from './mermaid/draw.ts';
import { drawingDiagnostic } from './mermaid/drawing-diagnostic.ts';
import { drawingKey } from './mermaid/drawing-key.ts';

/** The drawings of a garden. */
export interface Drawings {
  of(diagram: Diagram): Drawing;
  /** The drawing with this `drawingKey`; undefined where no note has its source. */
  byKey(key: string): Drawing | undefined;
  /** How many diagrams there are, and how many were drawn in this run. */
  readonly total: number;
  readonly drawn: number;
  /** Diagnostics of diagrams that cannot be drawn, on the notes' own lines. */
  readonly diagnostics: readonly Diagnostic[];
  /** The drawings as files of their own, without those that would show a private note's name. */
  files(): DiagramFile[];
}

export interface DiagramFile {
  /** Below the site's root: 'diagrams/0123456789.svg'. */
  readonly name: string;
  readonly content: string;
}

/** What is done besides drawing. */
export interface DrawOptions {
  /** A folder that keeps faults of sources, for a check: Mermaid finds them again in each run. */
  readonly failures?: string;
  /** Whether drawings stay that this garden does not show. */
  readonly keepsOthers?: boolean;
}

/**
 * Draws every diagram of the notes that have a page. Kept drawings are in `folder`, one file per source. A
 * failure is not kept there: the machine may have been too busy.
 */
export async function drawDiagrams(
  garden: Garden,
  folder: string,
  stage: Stage,
  { failures, keepsOthers = false }: DrawOptions = {},
): Promise<Drawings> {
  const sources = new Map<string, string>();
  for (const { note } of servedNotes(garden)) {
    for (const { source } of note.diagrams) sources.set(drawingKey(source), source);
  }
  const drawings = await readKept([...sources.keys()], folder);
  if (failures !== undefined) {
    for (const [key, failed] of await readKept([...sources.keys()], failures)) {
      if (!drawings.has(key)) drawings.set(key, failed);
    }
  }
  const missing = [...sources].filter(([key]) => !drawings.has(key));
  const wanted = new Set([...sources.keys()].map((key) => `${key}.json`));
  if (!keepsOthers) await keepOnly(folder, wanted);
  if (missing.length > 0) await drawMissing(missing, drawings, { folder, failures, stage });
  const of = ({ source }: Diagram): Drawing => {
    const drawing = drawings.get(drawingKey(source));
    if (!drawing) throw new Error('A diagram was shown before it was drawn.');
    return drawing;
  };
  const byKey = (key: string) => drawings.get(key);
  const files = () => diagramFiles(garden, of);
  const diagnostics = diagramDiagnostics(garden, of);
  return { total: sources.size, drawn: missing.length, of, byKey, files, diagnostics };
}

function diagramDiagnostics(garden: Garden, of: Drawings['of']): Diagnostic[] {
  return servedNotes(garden).flatMap(({ note }) => {
    const found = note.diagrams.map((diagram) => {
      return drawingDiagnostic(note.path, diagram, of(diagram));
    });
    return found.filter((diagnostic) => diagnostic !== null);
  });
}

function diagramFiles(garden: Garden, of: Drawings['of']): DiagramFile[] {
  const files = new Map<string, DiagramFile>();
  const withheld = new Set<string>();
  for (const { id, note, targets } of servedNotes(garden)) {
    if (isLocked(garden, id)) continue;
    for (const diagram of note.diagrams) {
      const drawing = of(diagram);
      if (drawing.kind === 'failed') continue;
      const name = standaloneAddress(drawing).slice(1);
      files.set(name, { name, content: standaloneSvg(drawing) });
      if (diagram.links.some((link) => targets[link]?.kind === 'private')) withheld.add(name);
    }
  }
  return [...files.values()].filter(({ name }) => !withheld.has(name));
}

async function readKept(keys: readonly string[], folder: string): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>();
  await mapFiles(keys, async (key) => {
    const drawing = readDrawing(await readTextIfAny(join(folder, `${key}.json`)));
    if (drawing) drawings.set(key, drawing);
  });
  return drawings;
}

/** A kept drawing, or null where there is none or it is damaged. */
function readDrawing(text: string | null): Drawing | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    const whole = typeof value === 'object' && value !== null && 'kind' in value;
    return whole ? (value as Drawing) : null;
  } catch {
    return null;
  }
}

interface DrawTask {
  readonly folder: string;
  readonly failures: string | undefined;
  readonly stage: Stage;
}

/** The folder that keeps a drawing, or null: only a fault with a line is the source's own. */
function keptIn(drawing: Drawing, { folder, failures }: DrawTask): string | null {
  if (drawing.kind === 'drawn') return folder;
  return drawing.line === null ? null : (failures ?? null);
}

/** Each process that draws has some 300 MB. To start one takes as long as some ten diagrams. */
const [maxProcesses, diagramsPerProcess] = [4, 12];

/** Draws in several processes where there is much to draw: which one draws a diagram makes no difference. */
async function drawMissing(
  missing: readonly (readonly [string, string])[],
  drawings: Map<string, Drawing>,
  task: DrawTask,
): Promise<void> {
  const left = [...missing];
  const all = counted(missing.length, 'diagram');
  let drawn = 0;
  const drawLeft = async (): Promise<void> => {
    const worker = startDrawing();
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        task.stage.reached(`${drawn} of ${all}`, drawn / missing.length);
        const [key, source] = next;
        const drawing = await worker.draw(source);
        drawings.set(key, drawing);
        const kept = keptIn(drawing, task);
        if (kept !== null) await writeIfChanged(join(kept, `${key}.json`), JSON.stringify(drawing));
        drawn += 1;
      }
    } finally {
      // Where a drawing cannot be kept, the other processes end, too.
      left.length = 0;
      await worker.close();
    }
  };
  const wanted = Math.ceil(missing.length / diagramsPerProcess);
  const processes = Math.min(wanted, availableParallelism(), maxProcesses);
  const ends = await Promise.allSettled(Array.from({ length: processes }, drawLeft));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
