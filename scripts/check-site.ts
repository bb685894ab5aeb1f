/** The command `npm run check:site`: `-- --site DIR --base / --all`. Exit 1 where a link is dead. */
import { checkSite, type SiteFault } from '../src/check/check-site.ts';
import { parseOrExplain, runCommand } from '../src/command/options.ts';

/** Faults that are always ours; raw syntax may be what the author wrote. */
const serious: readonly SiteFault['kind'][] = [
  'dead link',
  'dead fragment',
  'duplicate id',
  'nested link',
];

await runCommand(async () => {
  const { values } = parseOrExplain(process.argv.slice(2), {
    site: { type: 'string' },
    base: { type: 'string' },
    all: { type: 'boolean' },
  });
  const site = String(values['site'] ?? 'dist');
  const { pages, links, faults } = await checkSite(site, String(values['base'] ?? '/'));
  const kinds = Map.groupBy(faults, ({ kind }) => kind);
  for (const [kind, found] of kinds) {
    const shown = values['all'] ? found : found.slice(0, 10);
    for (const { page, detail } of shown) console.log(`${page}  ${kind}  ${detail}`);
  }
  const counts = [...kinds].map(([kind, found]) => `${found.length} × ${kind}`).join(', ');
  console.log(`${pages} pages, ${links} links inside; ${counts === '' ? 'no faults' : counts}`);
  return serious.some((kind) => kinds.has(kind)) ? 1 : 0;
});
