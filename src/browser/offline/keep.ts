/** Keeps what was read, within bounds. */
import { storesOf } from './stores.ts';
import { base } from './worker-scope.ts';

export type Store = 'pages' | 'made' | 'files' | 'own';

/** So many entries are kept; made files go with the last page that needs them. */
const most: Readonly<Partial<Record<Store, number>>> = { pages: 200, files: 400 };
/** Films and the like are never kept, in bytes. */
const largest = 8_000_000;
const names = storesOf(base);
/** Path of the folder of made files. */
export const madeFolder = `${base}_astro/`;

/** The store as the browser keeps it; made when it is first asked for. */
export function open(store: Store): Promise<Cache> {
  return caches.open(names[store]);
}

/** Where the answer to a request belongs, or null where the request is none of ours. */
export function storeOf(request: Request): Store | null {
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(base);
  if (request.method !== 'GET' || !isOurs || request.headers.has('range')) return null;
  if (pathname.startsWith(madeFolder)) return 'made';
  return /(?:\/|\.html)$/.test(pathname) ? 'pages' : 'files';
}

/** The address under which an answer is kept: a page is the same whatever the query. */
export function addressOf(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}

/**
 * Fetches and keeps what can be kept: neither errors nor parts nor what another address answered. What
 * the site no longer has is forgotten, so that a note that was taken back does not stay.
 */
export async function fetchInto(store: Store, request: Request): Promise<Response> {
  const response = await fetch(request);
  const address = addressOf(request);
  const { status, type, redirected, headers } = response;
  if (status === 404 || status === 410) await (await open(store)).delete(address);
  const isWhole = status === 200 && type === 'basic' && !redirected;
  if (!isWhole || Number(headers.get('content-length')) > largest) return response;
  const copy = response.clone();
  // A full disk is no reason to show nothing.
  await put(store, address, copy).catch(() => null);
  return response;
}

async function put(store: Store, address: string, response: Response): Promise<void> {
  const cache = await open(store);
  await cache.delete(address);
  await cache.put(address, response);
  const kept = await cache.keys();
  const excess = kept.slice(0, Math.max(0, kept.length - (most[store] ?? kept.length)));
  for (const old of excess) await cache.delete(old);
}
