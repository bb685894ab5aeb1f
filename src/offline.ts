/** The service worker's source: pages come from the network first, made files from the cache. */

const keeper = `const store = 'garden';
const isMade = (address) => /\\/(_astro|fonts|assets|diagrams)\\//.test(address.pathname);

async function keep(request, response) {
  if (response.ok) await (await caches.open(store)).put(request, response.clone());
  return response;
}

async function answer(request) {
  const known = await caches.match(request);
  if (known && isMade(new URL(request.url))) return known;
  try {
    return await keep(request, await fetch(request));
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});
`;

const remover = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(
  Promise.all([caches.delete('garden'), registration.unregister()])
));
`;

/** Source of the worker that keeps what was read, or of one that removes itself and what was kept. */
export function offlineWorker(on: boolean): string {
  return on ? keeper : remover;
}
