/** The command `check:site`: checks the links, ids and visible text of a built site. */
import { checkSite, isFailing, type SiteFault } from '../check/check-site.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { readMarker } from '../system/folder-marker.ts';
import { counted } from '../system/progress.ts';
import { UsageError } from '../system/usage-error.ts';
import { foldersOf } from './folders.ts';
import { readArguments } from './options.ts';
import { goneAddresses } from './site-state.ts';

/** Faults of one kind that are printed unless all are asked for. */
export const maxShown = 10;

/**
 * Prints the faults of the site in `--site`, served below `--base`; without them of the site that a
 * build makes. @returns 1 where one fails.
 */
export async function checkBuiltSite(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, {
    site: { type: 'string' },
    base: { type: 'string' },
    all: { type: 'boolean' },
  });
  const folders = foldersOf(environment);
  const site = String(values['site'] ?? folders.site);
  const base = values['base'] ?? baseOf(loadSettings(folders.notes), environment);
  if ((await readMarker(site)) === 'incomplete') {
    throw new UsageError(`The site in “${site}” is incomplete: its build failed or still runs.`);
  }
  const { pages, links, faults: found } = await checkSite(site, String(base));
  const faults = [...found, ...(await goneFaults(site, folders.cache))];
  for (const line of describeFaults(faults, values['all'] ? Number.POSITIVE_INFINITY : maxShown)) {
    console.log(line);
  }
  console.log(`${counted(pages, 'page')}, ${counted(links, 'internal link')}; ${summary(faults)}`);
  return faults.some(isFailing) ? 1 : 0;
}

/** Addresses of the build before that lead nowhere now. */
export async function goneFaults(site: string, cache: string): Promise<readonly SiteFault[]> {
  const detail =
    'the build before had a page here; give the moved note this `permalink` or `aliases`';
  const gone = await goneAddresses(site, cache);
  return gone.map((page) => ({ page, kind: 'gone address', detail }));
}

/** A line for each fault, at most `limit` of a kind. */
export function describeFaults(faults: readonly SiteFault[], limit: number): string[] {
  return [...Map.groupBy(faults, ({ kind }) => kind)].flatMap(([kind, found]) =>
    found.slice(0, limit).map(({ page, detail }) => `${page}  ${kind}  ${detail}`),
  );
}

/** `2 × dead link, 1 × duplicate id`, or `no faults`. */
export function summary(faults: readonly SiteFault[]): string {
  const kinds = [...Map.groupBy(faults, ({ kind }) => kind)];
  return kinds.map(([kind, found]) => `${found.length} × ${kind}`).join(', ') || 'no faults';
}
