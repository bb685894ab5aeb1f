/**
 * The service worker of a garden that can be read without a network: pages come from the network
 * first, made files from what was kept. `src/site/offline.ts` packs it into one file.
 */
import { addressOf, fetchInto, open, type Store, storeOf } from './keep.ts';
import { completePage, dropUnused } from './made.ts';
import { madeByPage } from './references.ts';
import { type AskingEvent, base, type LastingEvent, scope } from './worker-scope.ts';

/** How long a kept page waits for a fresher one, in milliseconds. */
const patience = 3000;
const offlinePage = new URL(`${base}offline/`, location.origin).href;

/** Whether this worker has looked through what is kept; it may have been another that was stopped. */
let isSwept = false;

addEventListener('install', (event) => {
  (event as LastingEvent).waitUntil(keepOfflinePage().then(() => scope.skipWaiting()));
});

addEventListener('activate', (event) => (event as LastingEvent).waitUntil(scope.clients.claim()));

addEventListener('fetch', (event) => {
  const asking = event as AskingEvent;
  const store = storeOf(asking.request);
  if (store) asking.respondWith(answer(asking, store));
});

/** The page that brought this worker was loaded before it: it tells what it has loaded. */
addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const requests = event.data.map((address) => new Request(String(address)));
  const work = Promise.all(requests.map(keepLoaded)).then(() =>
    complete(String(event.data[0]), new Set()),
  );
  (event as unknown as LastingEvent).waitUntil(work);
});

async function keepLoaded(request: Request): Promise<void> {
  const store = storeOf(request);
  if (store) await fetchInto(store, request).catch(() => null);
}

async function answer(event: AskingEvent, store: Store): Promise<Response> {
  const { request } = event;
  const kept = await (await open(store)).match(addressOf(request));
  if (kept && store === 'made') return kept;
  const fresh = fetchInto(store, request);
  const isPage = store === 'pages';
  const before = isPage && kept ? madeByPage(await kept.clone().text()) : new Set<string>();
  const work = isPage ? fresh.then(() => complete(addressOf(request), before)) : fresh;
  event.waitUntil(work.catch(() => null));
  if (!kept) return fresh.catch((error) => instead(request, error));
  if (isSteady(request)) return kept;
  return Promise.race([fresh.catch(() => kept), after(patience, kept)]);
}

/** Fonts and pictures seldom change under their names: the kept one does, and is renewed meanwhile. */
function isSteady({ destination }: Request): boolean {
  return destination === 'font' || destination === 'image';
}

function after<Value>(time: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), time));
}

/** For a page that was not kept: the one that lists those that were. */
async function instead(request: Request, error: unknown): Promise<Response> {
  const page =
    request.mode === 'navigate' ? await (await open('own')).match(offlinePage) : undefined;
  if (!page) throw error;
  return new Response(page.body, { status: 503, headers: { 'content-type': 'text/html' } });
}

async function keepOfflinePage(): Promise<void> {
  await fetchInto('own', new Request(offlinePage));
  await completePage(offlinePage);
}

/** Makes a page whole. Where it no longer asks for what it did, made files may be in nobody's use. */
async function complete(address: string, before: ReadonlySet<string>): Promise<void> {
  const now = await completePage(address);
  if (isSwept && [...before].every((name) => now.has(name))) return;
  await keepOfflinePage();
  await dropUnused();
  isSwept = true;
}
