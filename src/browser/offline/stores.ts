/** Where a browser keeps what was read. Several gardens may share a host: each has stores of its own. */

export interface StoreNames {
  readonly prefix: string;
  /** Pages by their address without query, the one read last at the end. */
  readonly pages: string;
  /** Files whose names change with what is in them. */
  readonly made: string;
  /** Fonts, pictures, data, parts of the search index. */
  readonly files: string;
  /** The page that is shown in place of one that was not kept. */
  readonly own: string;
}

/** Names of the stores of the garden below `base`. */
export function storesOf(base: string): StoreNames {
  const prefix = `garden ${base} `;
  return {
    prefix,
    pages: `${prefix}pages`,
    made: `${prefix}made`,
    files: `${prefix}files`,
    own: `${prefix}own`,
  };
}
