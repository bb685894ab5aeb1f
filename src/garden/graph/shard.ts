/** The shard that holds a page's local graph: one of 256, by its address. */

/** Two hexadecimal digits from the hash of an address, percent-decoded first. */
export function shardOf(path: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(decodeURI(path))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return ((hash >>> 24) ^ (hash & 0xff)).toString(16).padStart(2, '0');
}
