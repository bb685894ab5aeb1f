/** Build files are cached with the pages that need them, and removed with the last of these. */
import { buildFolder, fetchInto, open } from './keep.ts';
import { buildFilesOf, buildFilesOfPage } from './references.ts';

/**
 * Caches the scripts and styles that a cached page may load later, without a network. Returns the names
 * of those in the page itself.
 */
export async function completePage(address: string): Promise<ReadonlySet<string>> {
  const asked = buildFilesOfPage(await keptText(address, 'pages', 'own'));
  const names = new Set(asked);
  for (const name of names) {
    const file = buildFolder + name;
    const isKept = (await keptText(file, 'made')) !== '';
    if (!isKept) await fetchInto('made', new Request(file)).catch(() => null);
    if (name.endsWith('.js')) addScripts(names, await keptText(file, 'made'));
  }
  return asked;
}

/** Adds what a script names. The many fonts of a stylesheet are cached when they are used. */
function addScripts(names: Set<string>, script: string): void {
  for (const name of buildFilesOf(script)) if (/\.(?:js|css)$/.test(name)) names.add(name);
}

/** Removes build files that no cached page needs any more, as after a new build. */
export async function dropUnused(): Promise<void> {
  const made = await open('made');
  const used = await namedByPages();
  for (const name of used) {
    const text = /\.(?:js|css)$/.test(name) ? await keptText(buildFolder + name, 'made') : '';
    for (const next of buildFilesOf(text)) used.add(next);
  }
  for (const request of await made.keys()) {
    const name = new URL(request.url).pathname.slice(buildFolder.length);
    if (!used.has(name)) await made.delete(request);
  }
}

async function namedByPages(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const store of ['pages', 'own'] as const) {
    for (const { url } of await (await open(store)).keys()) {
      for (const name of buildFilesOfPage(await keptText(url, store))) names.add(name);
    }
  }
  return names;
}

/** The cached text of an address, from the first of the stores that has it, else ''. */
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
