/** The table of traditional Chinese characters, as the site has it. */
import { type Simplify, unpackSimplified } from '../../search/cut/traditional.ts';
import { unpack } from './unpack.ts';

/** Fetches the table of the site at `base`, an address such as 'https://garden.example/'. */
export async function loadSimplified(base: string): Promise<Simplify> {
  return unpackSimplified(await unpack(`${base}search/simplified.bin`));
}
