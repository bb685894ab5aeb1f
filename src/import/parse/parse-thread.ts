/** A thread that parses notes, beside the one that asks for them. */
import type { Vault } from '../../garden/note.ts';
import { type StartedWorker, startWorker } from '../../system/start-worker.ts';
import type { NoteSource } from '../read-vaults.ts';
import type { SentNote, SentSource } from './parse-worker.ts';

interface Waiting {
  readonly resolve: (notes: readonly SentNote[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts at once; ends with `end`. */
export class ParseThread {
  readonly #vaults: ReadonlyMap<Vault, number>;
  readonly #started: StartedWorker;
  /** Who waits for the answers, which come in the order of the questions. */
  readonly #waiting: Waiting[] = [];
  #fault: unknown = null;

  constructor(vaults: readonly Vault[]) {
    this.#vaults = new Map(vaults.map((vault, index) => [vault, index]));
    this.#started = startWorker(new URL('./parse-worker.ts', import.meta.url), vaults);
    this.#started.worker.on('message', (notes: readonly SentNote[]) => {
      this.#waiting.shift()?.resolve(notes);
    });
    this.#started.ended.catch((error: unknown) => {
      this.#fault = error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** The notes of these sources, in their order. @throws what the thread throws. */
  async parse(sources: readonly NoteSource[]): Promise<readonly SentNote[]> {
    if (this.#fault !== null) throw this.#fault;
    const sent = sources.map(({ vault, ...file }): SentSource => {
      return { file, vault: this.#vaults.get(vault) ?? -1 };
    });
    // Nobody waits for what cannot be sent.
    this.#started.worker.postMessage(sent);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#started.worker.terminate();
  }
}
