/**
 * Ids of blocks that have no uuid. A fragment is a hash of the block's own words and of the words of
 * the blocks above it (or the uuid of the nearest that has one), so that it survives every edit
 * elsewhere on the page, and folding, moving among siblings and ticking off the block itself. Equal
 * blocks of one parent get a number in document order.
 */

export class Fragments {
  private readonly taken = new Map<string, number>();

  /** The fragment of a block with this content, child of the block with fragment `parent` ('' for none). */
  of(content: string, parent: string): string {
    const fragment = `b-${hash(`${parent}\n${content.normalize('NFC').replace(/\s+/g, ' ').trim()}`)}`;
    return this.unique(fragment);
  }

  /** The fragment itself if it is free, else with a number. */
  unique(fragment: string): string {
    const count = (this.taken.get(fragment) ?? 0) + 1;
    this.taken.set(fragment, count);
    return count === 1 ? fragment : this.unique(`${fragment}-${count}`);
  }
}

/** 53 bits of a string as base 36: the cyrb53 mixing by bryc (public domain). */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
