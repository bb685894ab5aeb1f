/** Loads stylesheets that only some pages need, or only some actions. */

const loading = new Map<string, Promise<void>>();

/** Loads a stylesheet, once; resolves when it has loaded or failed. */
export function loadStylesheet(address: string): Promise<void> {
  const load = loading.get(address) ?? add(address);
  loading.set(address, load);
  return load;
}

async function add(address: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  const settled = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
  document.head.append(link);
  await settled;
}
