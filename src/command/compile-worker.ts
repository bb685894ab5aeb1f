/**
 * Compiles the pages' code in a thread of its own, beside the import of the notes. Where a file of the owner
 * cannot be compiled it sends the sentence that says so.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { UsageError } from '../system/usage-error.ts';
import { compile } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';

export interface CompileTask {
  readonly folders: SiteFolders;
  /** Folder of the renderer. */
  readonly renderer: string;
}

const { folders, renderer } = workerData as CompileTask;
try {
  await compile(folders, renderer);
} catch (error) {
  // What is thrown in a thread is in the other one an error of no class.
  if (!(error instanceof UsageError)) throw error;
  parentPort?.postMessage(error.message);
}
parentPort?.close();
