/** Tells a person how far a command is: one line a stage, on standard error. */

export interface Progress {
  /** Starts a stage; the returned function ends it with what was done. */
  stage(name: string): (result: string) => void;
}

/** Progress for a terminal or a log: `  parse      3,176 notes          4.1 s`. */
export function showProgress(write: (line: string) => void): Progress {
  return {
    stage(name) {
      const start = performance.now();
      return (result) => {
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        write(`  ${name.padEnd(10)} ${result.padEnd(44)} ${seconds.padStart(6)} s`);
      };
    },
  };
}

/** No progress: for tests, and where a report is all that is wanted. */
export const silent: Progress = { stage: () => () => {} };

/** `1,234 notes`, `1 note`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
