/**
 * Packed parts that share files, as the index is cut: a file is its parts one after the other, and a table
 * tells how long each is, so that browsers ask for the bytes of one part alone.
 */

/** Parts in order: those of the first file, those of the second one … */
export interface PartTable {
  /** Names of the files, which change with their content. */
  readonly files: readonly string[];
  /** How many parts each file has. */
  readonly counts: readonly number[];
  /** Bytes of each part. */
  readonly sizes: readonly number[];
}

export interface PartPlace {
  readonly file: string;
  /** Where the part begins, and where the next one does. */
  readonly bytes: readonly [from: number, to: number];
  /** Whether the file has no other part. */
  readonly isAlone: boolean;
}

/** Where each part is. */
export function placesOf({ files, counts, sizes }: PartTable): readonly PartPlace[] {
  let part = 0;
  return files.flatMap((file, index) => {
    const count = counts[index] ?? 0;
    let start = 0;
    return Array.from({ length: count }, (): PartPlace => {
      const end = start + (sizes[part] ?? 0);
      const bytes = [start, end] as const;
      part += 1;
      start = end;
      return { file, bytes, isAlone: count === 1 };
    });
  });
}
