/** Fetches a picture of another host, once, for the folder of kept pictures. */

/** A picture on a page is rarely larger, and a video never smaller. */
const maxBytes = 20_000_000;
const timeoutMs = 20_000;

const extensions: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/svg+xml', 'svg'],
]);

export interface FetchedPicture {
  readonly bytes: Uint8Array;
  /** 'png', by the type that the host gives. */
  readonly extension: string;
}

/** Gets a picture by its address. @returns null for what is no picture, too large, or not there in time. */
export async function fetchPicture(address: string): Promise<FetchedPicture | null> {
  try {
    const url = address.startsWith('//') ? `https:${address}` : address;
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'image/*' },
    });
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const extension = extensions.get(type);
    const isTooLarge = Number(response.headers.get('content-length') ?? 0) > maxBytes;
    if (!response.ok || extension === undefined || isTooLarge) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > maxBytes ? null : { bytes, extension };
  } catch {
    return null;
  }
}
