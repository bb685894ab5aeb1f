import { type ChildProcess, fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Drawing } from '../../garden/drawing.ts';

export interface DrawingService {
  /** Draws a source, one after the other. Never rejects: what goes wrong is a failed drawing. */
  draw(source: string): Promise<Drawing>;
  close(): Promise<void>;
}

export interface DrawingOptions {
  /** Time for one diagram, in milliseconds; loading mermaid does not count. */
  readonly timeLimit?: number;
  /** The worker's module, for tests of what happens when it fails. */
  readonly worker?: URL;
}

/** Time for mermaid to load, in milliseconds: it takes half a second on an idle machine. */
const startLimit = 90_000;

interface Answer {
  readonly number: number;
  readonly drawing: Drawing;
}

/**
 * Starts drawing in a process of its own: mermaid needs the globals of a browser, and dates in gantt
 * charts must not depend on the machine's time zone, which a thread cannot change. A diagram that
 * takes too long or ends the process is a failed drawing; the next one gets a new process.
 */
export function startDrawing(options: DrawingOptions = {}): DrawingService {
  const { timeLimit = 20_000, worker: module = new URL('./worker.ts', import.meta.url) } = options;
  let worker: ChildProcess | null = null;
  let number = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    worker?.kill('SIGKILL');
    worker = null;
  };
  const drawNow = async (source: string): Promise<Drawing> => {
    let problem = '';
    if (worker === null) {
      worker = startWorker(module);
      const started = await answerOf(worker, 0, startLimit);
      if ('reason' in started) problem = started.reason;
    }
    if (problem === '') {
      const waiting = answerOf(worker, ++number, timeLimit);
      worker.send({ number, source });
      const answer = await waiting;
      if ('drawing' in answer) return answer.drawing;
      problem = answer.reason;
    }
    stop();
    return { kind: 'failed', message: problem, line: null };
  };
  return {
    draw(source) {
      const drawing = queue.then(() => drawNow(source));
      queue = drawing;
      return drawing;
    },
    async close() {
      await queue;
      // It ends by itself, and keeps what it compiled of mermaid for the next time.
      if (worker?.connected) worker.disconnect();
      else stop();
      worker = null;
    },
  };
}

function startWorker(module: URL): ChildProcess {
  return fork(fileURLToPath(module), [], {
    env: { ...process.env, TZ: 'UTC' },
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Waits for the worker's answer with this number (0: it is ready), its end, or the time limit. */
function answerOf(
  worker: ChildProcess,
  number: number,
  timeLimit: number,
): Promise<Answer | { readonly reason: string }> {
  return new Promise((resolve) => {
    let said = '';
    const listen = (text: Buffer): void => {
      said += text.toString();
    };
    const end = (result: Answer | { readonly reason: string }): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('close', onEnd);
      worker.stderr?.off('data', listen);
      resolve(result);
    };
    const onMessage = (answer: unknown): void => {
      if ((answer as Answer).number === number) end(answer as Answer);
    };
    const onEnd = (): void => {
      const error = /^(?:\w*Error): (.+)$/mu.exec(said)?.[1] ?? 'it did not say why';
      end({ reason: `The renderer broke off: ${error.replace(/\.?$/u, '.')}` });
    };
    const timer = setTimeout(() => {
      end({ reason: `The diagram was not drawn within ${timeLimit / 1000} seconds.` });
    }, timeLimit);
    worker.stderr?.on('data', listen);
    worker.on('message', onMessage).on('error', onEnd).on('close', onEnd);
  });
}
