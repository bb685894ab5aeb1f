/** Gives memory back to the system between two parts of a command. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects what nothing refers to any more. Node would wait until its heap is full, beside what the
 * threads and native code of the next part take.
 */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
