/** The `srcset` of a picture: `a.png 1x, b.png 2x`. */

export interface SourceSetCandidate {
  readonly address: string;
  /** Width or density, as written: `2x`, `600w`. */
  readonly descriptors: readonly string[];
}

/** The candidates of a `srcset`, in order. */
export function sourceSetCandidates(value: string): SourceSetCandidate[] {
  return value.split(/,\s+|\s,/u).map((candidate) => {
    const [address = '', ...descriptors] = candidate.trim().split(/\s+/u);
    return { address: address.replace(/,$/u, ''), descriptors };
  });
}
