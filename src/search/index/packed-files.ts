/** The files of a Pagefind index: gzip over a signature and CBOR. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const signature = Buffer.from('pagefind_dcd');

/** A name for a file with these bytes, as short as possible: every reader fetches all names. */
export function nameOf(bytes: Uint8Array, taken: ReadonlySet<string>): string {
  const hash = createHash('sha1').update(bytes).digest('hex');
  let length = 6;
  while (taken.has(hash.slice(0, length))) length += 1;
  return hash.slice(0, length);
}

/** The CBOR in a file. @throws Error when the file is in another format. */
export async function readPacked(path: string): Promise<Uint8Array> {
  const bytes = await promisify(gunzip)(await readFile(path));
  if (!bytes.subarray(0, signature.length).equals(signature)) {
    throw new Error(`${path} is not what Pagefind 1.5 writes.`);
  }
  return bytes.subarray(signature.length);
}

/** Writes CBOR into a file. */
export async function writePacked(path: string, bytes: Uint8Array): Promise<void> {
  const whole = Buffer.concat([signature, bytes]);
  await writeFile(path, await promisify(gzip)(whole, { level: 9 }));
}
