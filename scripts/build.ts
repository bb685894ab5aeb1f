/** The command `npm run build`: import, render with Astro, index for search. */
import { parseOrExplain, runCommand } from './options.ts';
import { showProgress } from './progress.ts';
import { buildSite } from './site/build-site.ts';
import { foldersOf } from './site/folders.ts';

await runCommand(async () => {
  const { values } = parseOrExplain(process.argv.slice(2), { outDir: { type: 'string' } });
  const folders = foldersOf(process.env, String(values['outDir'] ?? 'dist'));
  await buildSite(folders, process.env, showProgress(console.error));
  console.error(`The site is in ${folders.site}.`);
  return 0;
});
