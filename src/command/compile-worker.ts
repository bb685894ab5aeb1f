/** Compiles the pages' code in a thread of its own, beside the import of the notes. */
import { parentPort, workerData } from 'node:worker_threads';
import { compile } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';

export interface CompileTask {
  readonly folders: SiteFolders;
  /** Folder of the renderer. */
  readonly renderer: string;
}

const { folders, renderer } = workerData as CompileTask;
await compile(folders, renderer);
parentPort?.close();
