/** Lays out a graph in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PointGraph } from '../garden/graph/coarsen.ts';
import { layOut } from '../garden/graph/layout.ts';

const places = layOut(workerData as PointGraph);
parentPort?.postMessage(places, [places.buffer]);
