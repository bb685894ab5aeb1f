/** Reports how far a command is: one line per stage, on standard error. */

export interface Progress {
  stage(name: string): Stage;
}

/** A part of a command's work. */
export interface Stage {
  /** Reports how far the stage is: '40 of 94 diagrams', and the share of its work that is done, from 0 to 1. */
  reached(state: string, share?: number): void;
  /** Ends the stage with its result. */
  end(result: string): void;
}

/** Where progress is shown. */
export interface ProgressOutput {
  /** A line that stays. */
  write(line: string): void;
  /** On a terminal, a line that the next one replaces; '' for none. */
  show?(line: string): void;
}

/** After this long without a line, a stage that goes on prints one. */
const maxSilenceMs = 4000;
/** The line that moves is drawn again after this long. */
const redrawMs = 150;

/** Standard error: on a terminal with a line that moves, else in plain lines. */
export function standardError(): ProgressOutput {
  const { stderr } = process;
  if (!stderr.isTTY || process.env['CI'] !== undefined) return { write: console.error };
  // CR and EL (ECMA-48) replace the line that the terminal shows.
  const show = (line: string) => {
    stderr.write(`\r\u001b[K${line.slice(0, Math.max(0, stderr.columns - 1))}`);
  };
  return {
    show,
    write(line) {
      show('');
      console.error(line);
    },
  };
}

/** Runs `work` with progress in lines such as `  parse      3,176 notes          4.1 s`. */
export async function showProgress<Result>(
  output: ProgressOutput,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const open = new Set<Stage>();
  try {
    return await work({
      stage(name) {
        const lines = stageLines(name, output);
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

function stageLines(name: string, output: ProgressOutput): Stage {
  const start = performance.now();
  let written = start;
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  const lineOf = (text: string) =>
    `  ${name.padEnd(10)} ${text.padEnd(44)} ${seconds().padStart(6)} s`;
  const writeLine = (text: string) => {
    written = performance.now();
    output.write(lineOf(text));
  };
  return {
    end: writeLine,
    reached(state, share = 0) {
      const silence = performance.now() - written;
      if (output.show === undefined) {
        if (silence > maxSilenceMs) writeLine(`${state} …`);
      } else if (silence > redrawMs) {
        written = performance.now();
        output.show(lineOf(state) + timeLeft(written - start, share));
      }
    },
  };
}

/** `, 12 s left`, once enough is done to estimate it. */
function timeLeft(passedMs: number, share: number): string {
  if (share <= 0 || passedMs < 1000) return '';
  return `, ${Math.ceil((passedMs / 1000) * (1 / share - 1))} s left`;
}

/** Reports nothing. */
export const noProgress: Progress = { stage: () => ({ reached: () => {}, end: () => {} }) };

/** `1,234 notes`, `1 note`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
