/** The page's part in reading offline: brings the worker, and tells it what came before it. */

/** Registers the worker; a page that it did not see load names its files, which are then kept too. */
export async function startKeeping(): Promise<void> {
  const { serviceWorker } = navigator;
  const isWatched = serviceWorker.controller !== null;
  await serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`);
  if (isWatched) return;
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage([location.origin + location.pathname, ...loaded]);
}
