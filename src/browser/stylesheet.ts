/** Stylesheets that only some pages and moments need. */

const asked = new Map<string, Promise<void>>();

/** Brings a stylesheet, once; answers when it is there, or cannot come. */
export function bringStylesheet(address: string): Promise<void> {
  const coming = asked.get(address) ?? bring(address);
  asked.set(address, coming);
  return coming;
}

async function bring(address: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(address)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  const there = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
  });
  document.head.append(link);
  await there;
}
