/** Which pages show the text of which notes. */

/** Pages by id with the numbers of the facts that they read; `keys` are the facts by number. */
export interface ReadTable {
  readonly keys: readonly string[];
  readonly pages: ReadonlyMap<string, { readonly facts: Uint32Array }>;
}

/** For each page the keys of the facts that are texts of notes. Of a page in several tables the first counts. */
export function bodiesRead(tables: readonly ReadTable[]): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const { keys, pages } of tables) {
    const isBody = Uint8Array.from(keys, (key) => Number(key.startsWith('body ')));
    for (const [id, { facts }] of pages) {
      if (read.has(id)) continue;
      const bodies: string[] = [];
      for (const number of facts) if (isBody[number] === 1) bodies.push(keys[number] ?? '');
      read.set(id, bodies);
    }
  }
  return read;
}
