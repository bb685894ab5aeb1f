/** Replaces an earlier service worker when offline reading is off: removes the caches and itself. */
import { storesOf } from './stores.ts';
import { base, type ExtendableEvent, scope } from './worker-scope.ts';

async function remove(): Promise<void> {
  const { prefix } = storesOf(base);
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}

addEventListener('install', (event) => (event as ExtendableEvent).waitUntil(scope.skipWaiting()));
addEventListener('activate', (event) => (event as ExtendableEvent).waitUntil(remove()));
