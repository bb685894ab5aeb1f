/** Takes the place of an earlier worker where reading offline is off: removes itself and what was kept. */
import { storesOf } from './stores.ts';
import { base, type LastingEvent, scope } from './worker-scope.ts';

async function remove(): Promise<void> {
  const { prefix } = storesOf(base);
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}

addEventListener('install', (event) => (event as LastingEvent).waitUntil(scope.skipWaiting()));
addEventListener('activate', (event) => (event as LastingEvent).waitUntil(remove()));
