/**
 * Compiles the pages' code in a thread of its own, beside the import of the notes. Where a file of the owner
 * cannot be compiled it sends the sentence that says so.
 */
import { parentPort } from 'node:worker_threads';
import { UsageError } from '../system/usage-error.ts';
import { compile } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';

export interface CompileTask {
  readonly folders: SiteFolders;
  /** Folder of the renderer. */
  readonly renderer: string;
  /** Whether the thread ends with this task. */
  readonly isLast: boolean;
}

/** What became of a task: nothing, where it went well. */
export interface CompileOutcome {
  /** What the owner can correct. What is thrown in a thread is in the other one an error of no class. */
  readonly sentence?: string;
  readonly error?: unknown;
}

parentPort?.on('message', async ({ folders, renderer, isLast }: CompileTask) => {
  parentPort?.postMessage(await outcomeOf(compile(folders, renderer)));
  if (isLast) parentPort?.close();
});

async function outcomeOf(work: Promise<void>): Promise<CompileOutcome> {
  try {
    await work;
    return {};
  } catch (error) {
    return error instanceof UsageError ? { sentence: error.message } : { error };
  }
}
