/**
 * Files of packed parts, of which only the bytes of one part are asked for, as a range (RFC 9110, 14). Some
 * hosts answer with the whole file, which is kept.
 */
import type { PartPlace } from '../../search/query/packed-parts.ts';
import { fetched, unpacked } from './unpack.ts';

export class PartFiles {
  readonly #folder: string;
  readonly #whole = new Map<string, Promise<ArrayBuffer>>();
  #givesRanges = true;

  /** Those in a folder, which is an address such as 'https://garden.example/search/texts/'. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The part at a place, unpacked. Throws where the site has no such file, as after a deployment. */
  async read({ file, bytes, isAlone }: PartPlace): Promise<ArrayBuffer> {
    const address = `${this.#folder}${file}.bin`;
    const part = this.#givesRanges && !isAlone ? await this.#part(address, bytes) : null;
    // A host that compresses what it sends may count the bytes of that: such a part cannot be unpacked.
    const text = part === null ? null : await unpacked(part).catch(() => null);
    return text ?? unpacked((await this.#all(address)).slice(...bytes));
  }

  /** Some bytes of a file; null where the host does not give a part. */
  async #part(address: string, [from, to]: readonly [number, number]): Promise<ArrayBuffer | null> {
    const response = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (response.status === 206) return response.arrayBuffer();
    this.#givesRanges = false;
    if (response.status === 200) this.#whole.set(address, response.arrayBuffer());
    return null;
  }

  #all(address: string): Promise<ArrayBuffer> {
    const known = this.#whole.get(address);
    if (known) return known;
    const whole = fetched(address);
    this.#whole.set(address, whole);
    whole.catch(() => this.#whole.delete(address));
    return whole;
  }
}
