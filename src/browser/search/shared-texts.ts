/**
 * Texts of pages that share files, as `search/index/text-files.ts` writes them: only the bytes of one text
 * are asked for, as a range (RFC 9110, 14). Some hosts answer with the whole file, which is kept.
 */
import type { Fragment } from '../../search/cut/page-text.ts';
import {
  bytesOfText,
  readSizes,
  type TextPlace,
  type TextSizes,
} from '../../search/query/text-id.ts';
import { unpack } from './unpack.ts';

/** Pagefind writes so many bytes before the content of a file. */
const signatureBytes = 12;

export class SharedTexts {
  readonly #base: string;
  readonly #sizes: Promise<TextSizes>;
  readonly #whole = new Map<string, Promise<ArrayBuffer>>();
  #givesRanges = true;

  /** Of the site at `base`, an address such as 'https://garden.example/'. */
  constructor(base: string) {
    this.#base = base;
    this.#sizes = unpack(`${base}search/texts.bin`).then(readSizes);
  }

  /** The text at a place. Throws where the site has none, as after a deployment. */
  async read(place: TextPlace): Promise<Fragment> {
    const bytes = bytesOfText(await this.#sizes, place);
    if (bytes === null)
      throw new Error(`search/texts.bin has no text ${place.place} of ${place.file}.`);
    const address = `${this.#base}search/texts/${place.file}.bin`;
    const part = this.#givesRanges ? await this.#part(address, bytes) : null;
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
    const whole = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.arrayBuffer();
    });
    this.#whole.set(address, whole);
    return whole;
  }
}

async function unpacked(bytes: ArrayBuffer): Promise<Fragment> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(stream).text();
  return JSON.parse(text.slice(signatureBytes)) as Fragment;
}
