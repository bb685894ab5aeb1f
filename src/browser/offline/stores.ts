/** Names of the caches. Several gardens may share a host: each has caches of its own. */

export interface StoreNames {
  readonly prefix: string;
  /** Pages by their address without query, the last read at the end. */
  readonly pages: string;
  /** Files of the build, whose names change with their content. */
  readonly made: string;
  /** Fonts, pictures, data, parts of the search index. */
  readonly files: string;
  /** The page that is shown in place of one that is not cached. */
  readonly own: string;
}

/** Names of the caches of the garden at `base`. */
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
