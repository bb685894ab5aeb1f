/** Positions of the notes in the graph: computed by the import, and kept while no link changes. */
import { join } from 'node:path';
import type { PointGraph } from '../garden/graph/coarsen.ts';
import { layOut } from '../garden/graph/layout.ts';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readTextIfAny, writeIfChanged } from '../system/disk.ts';
import { type StartedWorker, startWorker } from '../system/start-worker.ts';

/** The graph as far as its layout depends on it: how many notes, and pairs of their indexes. */
export interface LinkedPoints {
  readonly count: number;
  readonly links: readonly number[];
}

interface Kept {
  readonly digest: string;
  readonly places: readonly number[];
}

/** More points are laid out in a thread of their own, beside the rendering of the pages. */
const pointsForThread = 3000;

/** x and y of every note, one after the other: looked for from the beginning on, and ready when `found` is. */
export class GraphPlaces {
  readonly #found: Promise<readonly number[]>;
  #thread: StartedWorker | null = null;
  #isEnded = false;

  /**
   * `graph` is that of the written notes of `GraphData`. Kept in the folder `cache`; the same links give the same
   * places.
   */
  constructor(graph: LinkedPoints, cache: string, least = pointsForThread) {
    this.#found = this.#find(graph, cache, least);
    // What fails is thrown to who asks for it, and by nothing before.
    this.#found.catch(() => {});
  }

  found(): Promise<readonly number[]> {
    return this.#found;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#thread?.worker.terminate();
  }

  async #find(graph: LinkedPoints, cache: string, least: number): Promise<readonly number[]> {
    const version = codeVersion(import.meta.resolve('../garden/graph/layout.ts'));
    const digest = digestOf(version, JSON.stringify([graph.count, graph.links]));
    const location = join(cache, 'graph-places.json');
    const kept = readKept(await readTextIfAny(location), graph.count);
    if (kept?.digest === digest) return kept.places;
    const points = { links: Uint32Array.from(graph.links), count: graph.count };
    if (this.#isEnded) throw new Error('Nobody waits for the places any more.');
    const places = [...(graph.count < least ? layOut(points) : await this.#layOutBeside(points))];
    await writeIfChanged(location, JSON.stringify({ digest, places } satisfies Kept));
    return places;
  }

  async #layOutBeside(points: PointGraph): Promise<Float32Array> {
    const thread = startWorker(new URL('./graph-places-worker.ts', import.meta.url), points);
    this.#thread = thread;
    let places = new Float32Array();
    thread.worker.once('message', (sent: Float32Array<ArrayBuffer>) => {
      places = sent;
    });
    await thread.ended;
    return places;
  }
}

/** What the last run kept, or null where it is damaged or of another garden. */
function readKept(text: string | null, count: number): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(text ?? 'null');
    return kept?.places.length === 2 * count ? kept : null;
  } catch {
    return null;
  }
}
