/** Runs code that may never end for a limited time only. */
import { Script } from 'node:vm';
import { errorCode } from './error-code.ts';

/** The code did not end in time. */
export class TimeLimitError extends Error {}

/** Where the script below finds the work: a script sees nothing of its caller's. */
const place: unique symbol = Symbol.for('garden.limited-work');
const globals: { [place]?: () => void } = globalThis as object;
const script = new Script('globalThis[Symbol.for("garden.limited-work")]()');

/**
 * Runs work that answers at once, and stops it, wherever it is, when its time is over: endless loops and
 * regular expressions as well. What stands in `finally` does not run then. Costs about a millisecond.
 * @throws TimeLimitError when the time is over; else what the work throws.
 */
export function withinTime<Result>(work: () => Result, milliseconds: number): Result {
  const results: Result[] = [];
  globals[place] = () => {
    results.push(work());
  };
  try {
    script.runInThisContext({ timeout: milliseconds, displayErrors: false });
  } catch (error) {
    if (errorCode(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TimeLimitError(`It did not end within ${milliseconds} milliseconds.`);
  } finally {
    delete globals[place];
  }
  return results[0] as Result;
}
