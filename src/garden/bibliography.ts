/** The works that notes cite, from the owner's bibliographies. */

/** A work with what readers see of it; notes of its owner, abstracts and files are left out. */
export interface CitedWork {
  /** Persons and bodies in their order, as names are written: 'Leslie Lamport', '周志华'. */
  readonly authors: readonly string[];
  readonly title: string;
  /** The journal, conference, book or site that it is part of, or ''. */
  readonly container: string;
  /** 'volume(issue)', or ''. */
  readonly volume: string;
  /** '305–319', or ''. */
  readonly pages: string;
  readonly publisher: string;
  readonly year: string;
  /** Address by its DOI, else its own, else ''. `https:` or `http:` only. */
  readonly url: string;
}

/** A work that a citation names: `see @lamport1998, p. 3`. */
export interface CitedItem {
  readonly key: string;
  /** What stands before it: 'see', or ''. */
  readonly prefix: string;
  /** Where in the work: 'p. 3', or ''. */
  readonly locator: string;
}
