/**
 * Ids of blocks that have no uuid. A fragment is a hash of the block's own words and of the words of
 * the blocks above it (or the uuid of the nearest that has one), so that it survives every edit
 * elsewhere on the page, and folding, moving among siblings and ticking off the block itself. Equal
 * blocks of one parent get a number in document order.
 */
import { fingerprint } from '../../hash.ts';

/** Fingerprints of one length: the addresses of blocks must not change. */
const hashLength = 11;

export class Fragments {
  private readonly taken = new Map<string, number>();

  /** The fragment of a block with this content, child of the block with fragment `parent` ('' for none). */
  of(content: string, parent: string): string {
    const words = content.normalize('NFC').replace(/\s+/g, ' ').trim();
    return this.unique(`b-${fingerprint(`${parent}\n${words}`).padStart(hashLength, '0')}`);
  }

  /** The fragment itself if it is free, else with a number. */
  unique(fragment: string): string {
    const count = (this.taken.get(fragment) ?? 0) + 1;
    this.taken.set(fragment, count);
    return count === 1 ? fragment : this.unique(`${fragment}-${count}`);
  }
}
