/**
 * The service worker for offline reading: pages are fetched from the network first, build files from
 * the cache. `src/site/offline.ts` packs it into one file.
 */

import { completePage, dropUnused } from './build-files.ts';
import { addressOf, fetchInto, open, type Store, storeOf } from './keep.ts';
import { answerPart, partOf } from './parts.ts';
import { buildFilesOfPage } from './references.ts';
import { base, type ExtendableEvent, type FetchEvent, scope } from './worker-scope.ts';

/** How long the network may take before a cached page is shown. */
const networkTimeoutMs = 3000;
const offlinePage = new URL(`${base}offline/`, location.origin).href;

/** Whether this worker has already removed unused files; an earlier one may have been stopped. */
let isCleaned = false;

addEventListener('install', (event) => {
  (event as ExtendableEvent).waitUntil(keepOfflinePage().then(() => scope.skipWaiting()));
});

addEventListener('activate', (event) =>
  (event as ExtendableEvent).waitUntil(scope.clients.claim()),
);

addEventListener('fetch', (event) => {
  const fetchEvent = event as FetchEvent;
  const part = partOf(fetchEvent.request);
  if (part !== null) return fetchEvent.respondWith(answerPart(fetchEvent.request, part));
  const store = storeOf(fetchEvent.request);
  if (store) fetchEvent.respondWith(answer(fetchEvent, store));
});

/** The page that registered this worker loaded before it, and sends what it loaded. */
addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const requests = event.data.map((address) => new Request(String(address)));
  const work = Promise.all(requests.map(keepLoaded)).then(() =>
    complete(String(event.data[0]), new Set()),
  );
  (event as unknown as ExtendableEvent).waitUntil(work);
});

async function keepLoaded(request: Request): Promise<void> {
  const store = storeOf(request);
  if (store) await fetchInto(store, request).catch(() => null);
}

async function answer(event: FetchEvent, store: Store): Promise<Response> {
  const { request } = event;
  const kept = await (await open(store)).match(addressOf(request));
  if (kept && store === 'made') return kept;
  const fresh = fetchInto(store, request);
  const isPage = store === 'pages';
  const before = isPage && kept ? buildFilesOfPage(await kept.clone().text()) : new Set<string>();
  const work = isPage ? fresh.then(() => complete(addressOf(request), before)) : fresh;
  event.waitUntil(work.catch(() => null));
  if (!kept) return fresh.catch((error) => fallback(request, error));
  if (rarelyChanges(request)) return kept;
  return Promise.race([fresh.catch(() => kept), after(networkTimeoutMs, kept)]);
}

/** Fonts and pictures seldom change: the cached one is used and refreshed in the background. */
function rarelyChanges({ destination }: Request): boolean {
  return destination === 'font' || destination === 'image';
}

function after<Value>(time: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), time));
}

/** The offline page in place of a page that is not cached; throws `error` for other files. */
async function fallback(request: Request, error: unknown): Promise<Response> {
  const page =
    request.mode === 'navigate' ? await (await open('own')).match(offlinePage) : undefined;
  if (!page) throw error;
  return new Response(page.body, { status: 503, headers: { 'content-type': 'text/html' } });
}

async function keepOfflinePage(): Promise<void> {
  await fetchInto('own', new Request(offlinePage));
  await completePage(offlinePage);
}

/** Caches the files of a page. If it no longer needs some of `before`, unused files are removed. */
async function complete(address: string, before: ReadonlySet<string>): Promise<void> {
  const now = await completePage(address);
  if (isCleaned && [...before].every((name) => now.has(name))) return;
  await keepOfflinePage();
  await dropUnused();
  isCleaned = true;
}
