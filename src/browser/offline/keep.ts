/** Caches what a reader opened, within limits. */
import { storesOf } from './stores.ts';
import { base } from './worker-scope.ts';

export type Store = 'pages' | 'made' | 'files' | 'own';

/** Most entries of a cache; build files are removed with the last page that needs them. */
const maxEntries: Readonly<Partial<Record<Store, number>>> = { pages: 200, files: 400 };
/** Larger files, such as videos, are not cached. */
const maxBytes = 8_000_000;
const names = storesOf(base);
/** Path of the folder with the files that the build names by their content. */
export const buildFolder = `${base}_astro/`;

/** The cache of a store, created if needed. */
export function open(store: Store): Promise<Cache> {
  return caches.open(names[store]);
}

/** The store for the response to a request, or null for requests that are not cached. */
export function storeOf(request: Request): Store | null {
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(base);
  if (request.method !== 'GET' || !isOurs || request.headers.has('range')) return null;
  if (pathname.startsWith(buildFolder)) return 'made';
  return /(?:\/|\.html)$/.test(pathname) ? 'pages' : 'files';
}

/** The address of the cache entry: a page is the same whatever the query. */
export function addressOf(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}

/**
 * Fetches and caches a response, unless it is an error, a part, or redirected. What the site no longer
 * has is removed, so that a note that was unpublished does not stay readable.
 */
export async function fetchInto(store: Store, request: Request): Promise<Response> {
  const response = await fetch(request);
  const address = addressOf(request);
  const { status, type, redirected, headers } = response;
  if (status === 404 || status === 410) await (await open(store)).delete(address);
  const isWhole = status === 200 && type === 'basic' && !redirected;
  if (!isWhole || Number(headers.get('content-length')) > maxBytes) return response;
  const copy = response.clone();
  // A full disk must not keep the response from being shown.
  await put(store, address, copy).catch(() => null);
  return response;
}

/** Puts a response into a store, and removes the oldest ones of too many. */
export async function put(store: Store, address: string, response: Response): Promise<void> {
  const cache = await open(store);
  await cache.delete(address);
  await cache.put(address, response);
  const kept = await cache.keys();
  const excess = kept.slice(0, Math.max(0, kept.length - (maxEntries[store] ?? kept.length)));
  for (const old of excess) await cache.delete(old);
}
