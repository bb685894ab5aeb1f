/** Reports how far a command is: one line per stage, on standard error. */

export interface Progress {
  stage(name: string): Stage;
}

/** A part of a command's work. */
export interface Stage {
  /** Reports how far the stage is: '40 of 94 diagrams'. Printed after some seconds of silence. */
  reached(state: string): void;
  /** Ends the stage with its result. */
  end(result: string): void;
}

/** After this long without a line, a stage that goes on prints one. */
const maxSilenceMs = 4000;

/** Runs `work` with progress in lines such as `  parse      3,176 notes          4.1 s`. */
export async function showProgress<Result>(
  write: (line: string) => void,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const open = new Set<Stage>();
  try {
    return await work({
      stage(name) {
        const lines = stageLines(name, write);
        const stage = {
          reached: lines.reached,
          end(result: string) {
            open.delete(stage);
            lines.end(result);
          },
        };
        open.add(stage);
        return stage;
      },
    });
  } catch (error) {
    for (const stage of open) stage.end('failed');
    throw error;
  }
}

function stageLines(name: string, write: (line: string) => void): Stage {
  const start = performance.now();
  let written = start;
  const writeLine = (text: string) => {
    written = performance.now();
    const seconds = ((written - start) / 1000).toFixed(1);
    write(`  ${name.padEnd(10)} ${text.padEnd(44)} ${seconds.padStart(6)} s`);
  };
  return {
    end: writeLine,
    reached(state) {
      if (performance.now() - written > maxSilenceMs) writeLine(`${state} …`);
    },
  };
}

/** Reports nothing. */
export const noProgress: Progress = { stage: () => ({ reached: () => {}, end: () => {} }) };

/** `1,234 notes`, `1 note`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
