/** Fetches and decompresses a gzip file of the index; '' if there is none. Throws on other errors. */
export async function unpack(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.status === 404) return '';
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
