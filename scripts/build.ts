/** The command `npm run build`: import, render with Astro, index for search. */

import { buildSite } from '../src/command/build-site.ts';
import { foldersOf } from '../src/command/folders.ts';
import { parseOrExplain, runCommand } from '../src/command/options.ts';
import { showProgress } from '../src/system/progress.ts';

await runCommand(async () => {
  const { values } = parseOrExplain(process.argv.slice(2), { outDir: { type: 'string' } });
  const folders = foldersOf(process.env, String(values['outDir'] ?? 'dist'));
  await buildSite(folders, process.env, showProgress(console.error));
  console.error(`The site is in ${folders.site}.`);
  return 0;
});
