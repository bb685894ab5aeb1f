/** The page's part of offline reading: registers the worker and reports what loaded before it. */

/** Registers the worker; the first page also sends the addresses it loaded, to be cached. */
export async function startKeeping(): Promise<void> {
  const { serviceWorker } = navigator;
  const isControlled = serviceWorker.controller !== null;
  await serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`);
  if (isControlled) return;
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage([location.origin + location.pathname, ...loaded]);
}
