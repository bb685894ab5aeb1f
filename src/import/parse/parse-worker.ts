/** Parses notes in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Note, SourceFile, Vault } from '../../garden/note.ts';
import { parseNote } from '../../garden/parse/parse-note.ts';
import { bytesOf } from './body-shelf.ts';

/** A note to parse, with the number of its vault among those that the thread was given. */
export interface SentSource {
  readonly file: SourceFile;
  readonly vault: number;
}

/** A note, and the bytes of its body. */
export interface SentNote {
  readonly note: Note;
  readonly body: Uint8Array<ArrayBuffer>;
}

const vaults = workerData as readonly Vault[];

parentPort?.on('message', (sources: readonly SentSource[]) => {
  const notes = sources.map(({ file, vault }): SentNote => {
    const { note, body } = parseNote(file, vaults[vault] as Vault);
    return { note, body: bytesOf(body) };
  });
  parentPort?.postMessage(
    notes,
    notes.map(({ body }) => body.buffer),
  );
});
