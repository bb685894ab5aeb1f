/** Made files come with the pages that need them, and go with the last of these. */
import { fetchInto, madeFolder, open } from './keep.ts';
import { madeByFile, madeByPage } from './references.ts';

/**
 * Keeps the scripts and styles that a kept page may ask for later, when there is no network. Gives the
 * names of those that the page itself asks for.
 */
export async function completePage(address: string): Promise<ReadonlySet<string>> {
  const asked = madeByPage(await keptText(address, 'pages', 'own'));
  const names = new Set(asked);
  for (const name of names) {
    const file = madeFolder + name;
    const isKept = (await keptText(file, 'made')) !== '';
    if (!isKept) await fetchInto('made', new Request(file)).catch(() => null);
    if (name.endsWith('.js')) addScripts(names, await keptText(file, 'made'));
  }
  return asked;
}

/** Only what scripts name: the many fonts that a stylesheet names come as they are used. */
function addScripts(names: Set<string>, script: string): void {
  for (const name of madeByFile(script)) if (/\.(?:js|css)$/.test(name)) names.add(name);
}

/** Drops the made files that no kept page asks for any more, as after a new build. */
export async function dropUnused(): Promise<void> {
  const made = await open('made');
  const used = await namedByPages();
  for (const name of used) {
    const text = /\.(?:js|css)$/.test(name) ? await keptText(madeFolder + name, 'made') : '';
    for (const next of madeByFile(text)) used.add(next);
  }
  for (const request of await made.keys()) {
    const name = new URL(request.url).pathname.slice(madeFolder.length);
    if (!used.has(name)) await made.delete(request);
  }
}

async function namedByPages(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const store of ['pages', 'own'] as const) {
    for (const { url } of await (await open(store)).keys()) {
      for (const name of madeByPage(await keptText(url, store))) names.add(name);
    }
  }
  return names;
}

/** Text of what is kept under an address in the first of the stores that has it, else ''. */
async function keptText(
  address: string,
  ...stores: readonly ('pages' | 'made' | 'own')[]
): Promise<string> {
  for (const store of stores) {
    const kept = await (await open(store)).match(address);
    if (kept) return kept.text();
  }
  return '';
}
