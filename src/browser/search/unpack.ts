/** Fetches a file that the indexer packed; '' where there is none. */
export async function unpack(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.status === 404) return '';
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
