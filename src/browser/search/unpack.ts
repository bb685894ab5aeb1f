/** Reads the packed files of the index. */

/** Fetches and decompresses a gzip file of the index; '' if there is none. Throws on other errors. */
export async function unpack(address: string, cache: RequestCache = 'default'): Promise<string> {
  const response = await fetch(address, { cache });
  if (response.status === 404) return '';
  return new TextDecoder().decode(await unpacked(await bytesOf(response)));
}

/** Fetches a file. Throws where the site has none. */
export async function fetched(address: string): Promise<ArrayBuffer> {
  return bytesOf(await fetch(address));
}

/** Decompresses what is packed as gzip. */
export function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function bytesOf(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
}
