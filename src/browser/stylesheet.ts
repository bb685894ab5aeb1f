/** Loads stylesheets that only some pages need, or only some actions. */

const loading = new Map<string, Promise<void>>();

/** How long a reader waits for the look of what was asked for, before it is shown without. */
const patienceMs = 3_000;

/**
 * Loads a stylesheet, once; resolves when it has loaded or failed, or does not come for seconds. One that is put first leaves the last
 * word to the owner's theme, which is in the page.
 */
export function loadStylesheet(address: string, place: 'first' | 'last' = 'last'): Promise<void> {
  const load = loading.get(address) ?? add(address, place);
  loading.set(address, load);
  return load;
}

async function add(address: string, place: 'first' | 'last'): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  const settled = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    setTimeout(resolve, patienceMs);
  });
  const others = document.head.querySelector('link[rel="stylesheet"]');
  if (place === 'first' && others) others.before(link);
  else document.head.append(link);
  await settled;
}
