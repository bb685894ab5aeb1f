/** Tells a person how far a command is: one line a stage, on standard error. */

export interface Progress {
  stage(name: string): Stage;
}

/** A part of a command's work. */
export interface Stage {
  /** Says how far the stage is: '40 of 94 diagrams'. Shown when it has been quiet for a while. */
  reached(place: string): void;
  /** Ends the stage with what was done. */
  end(result: string): void;
}

/** A stage that says nothing for longer than this may look as if it hung. */
const quietMilliseconds = 4000;

/** Progress for a terminal or a log: `  parse      3,176 notes          4.1 s`. */
export function showProgress(write: (line: string) => void): Progress {
  return {
    stage(name) {
      const start = performance.now();
      let shown = start;
      const say = (text: string) => {
        shown = performance.now();
        const seconds = ((shown - start) / 1000).toFixed(1);
        write(`  ${name.padEnd(10)} ${text.padEnd(44)} ${seconds.padStart(6)} s`);
      };
      return {
        end: say,
        reached(place) {
          if (performance.now() - shown > quietMilliseconds) say(`${place} …`);
        },
      };
    },
  };
}

/** No progress: for tests, and where a report is all that is wanted. */
export const silent: Progress = { stage: () => ({ reached: () => {}, end: () => {} }) };

/** `1,234 notes`, `1 note`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
