/** The files of a Pagefind index: gzip over a signature and CBOR or JSON. */
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { digestOf } from '../../system/disk.ts';
import { signature } from './pagefind-index.ts';

/** Content with its digest, packed when it is asked for. */
export function packFile(content: Uint8Array): {
  readonly digest: string;
  readonly content: () => Promise<Uint8Array>;
} {
  const whole = Buffer.concat([signature, content]);
  return { digest: digestOf(whole), content: () => pack(whole) };
}

/** Content with fewer bytes takes less time to pack than to hand to another thread. */
const smallContent = 10_000;

/** The lists of ten thousand notes take 4 s at level 9, and 1 s at this one with 1.1 % more bytes. */
const level = 7;

/** Bytes as gzip. */
export async function pack(content: Uint8Array): Promise<Uint8Array> {
  return content.length < smallContent
    ? gzipSync(content, { level })
    : promisify(gzip)(content, { level });
}

/** A name for each file, as short as possible: every reader fetches all names. */
export function namesOf(digests: readonly string[], prefix = ''): string[] {
  const taken = new Set<string>();
  return digests.map((digest) => {
    let length = 6;
    while (taken.has(digest.slice(0, length))) length += 1;
    const name = digest.slice(0, length);
    taken.add(name);
    return prefix + name;
  });
}
