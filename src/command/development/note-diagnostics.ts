/** What pages show their author of the diagnostics of a note. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { developmentFiles, type GraphRecord, recordFiles } from '../../garden/record-files.ts';
import { writeIfChanged } from '../../system/disk.ts';

/** Writes the diagnostics of each published note by its address. */
export class NoteDiagnostics {
  readonly #garden: string;
  /** The graph as it was read last: an update of notes leaves it as it is. */
  #graph: { readonly mark: string; readonly addresses: ReadonlyMap<string, string> } | null = null;

  constructor(garden: string) {
    this.#garden = garden;
  }

  async write(diagnostics: readonly Diagnostic[]): Promise<void> {
    const addresses = await this.#addresses();
    const listed = [...Map.groupBy(diagnostics, ({ path }) => path)].flatMap(([path, found]) => {
      const permalink = addresses.get(path);
      return permalink === undefined ? [] : [[permalink, found] as const];
    });
    const folder = join(this.#garden, recordFiles.development);
    const text = JSON.stringify(Object.fromEntries(listed));
    await writeIfChanged(join(folder, developmentFiles.diagnostics), text);
  }

  /** Of published notes by path. */
  async #addresses(): Promise<ReadonlyMap<string, string>> {
    const location = join(this.#garden, recordFiles.graph);
    const { ino, size, mtimeNs } = await stat(location, { bigint: true });
    const mark = `${ino} ${size} ${mtimeNs}`;
    if (this.#graph?.mark !== mark) {
      const { notes } = JSON.parse(await readFile(location, 'utf8')) as GraphRecord;
      const addresses = new Map(notes.map(({ path, permalink }) => [path, permalink]));
      this.#graph = { mark, addresses };
    }
    return this.#graph.addresses;
  }
}
