/** The command `check:site`: checks the links, ids and visible text of a built site. */
import { checkSite, type SiteFault } from '../check/check-site.ts';
import { readMarker } from '../system/folder-marker.ts';
import { UsageError } from '../system/usage-error.ts';
import { readArguments } from './options.ts';

/** Faults that the garden causes; raw syntax may be what the author wrote. */
const failing: readonly SiteFault['kind'][] = [
  'dead link',
  'dead fragment',
  'duplicate id',
  'nested link',
];

/** Faults of one kind that are printed unless `--all` is given. */
const maxShown = 10;

/** Prints the faults of the site in `--site`, served below `--base`. @returns 1 where one fails. */
export async function checkBuiltSite(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    site: { type: 'string' },
    base: { type: 'string' },
    all: { type: 'boolean' },
  });
  const site = String(values['site'] ?? 'dist');
  if ((await readMarker(site)) === 'incomplete') {
    throw new UsageError(`The site in “${site}” is incomplete: its build failed or still runs.`);
  }
  const { pages, links, faults } = await checkSite(site, String(values['base'] ?? '/'));
  const kinds = Map.groupBy(faults, ({ kind }) => kind);
  for (const [kind, found] of kinds) {
    const shown = values['all'] ? found : found.slice(0, maxShown);
    for (const { page, detail } of shown) console.log(`${page}  ${kind}  ${detail}`);
  }
  const counts = [...kinds].map(([kind, found]) => `${found.length} × ${kind}`).join(', ');
  console.log(`${pages} pages, ${links} internal links; ${counts === '' ? 'no faults' : counts}`);
  return failing.some((kind) => kinds.has(kind)) ? 1 : 0;
}
