/** The command `npm run dev`: serves the garden and shows every change of a note as it is saved. */
import { dev } from 'astro';
import { setEnvironment } from '../src/command/build-site.ts';
import { foldersOf } from '../src/command/folders.ts';
import { runCommand } from '../src/command/options.ts';
import { GardenImport } from '../src/import/import-garden.ts';
import { formatSummary } from '../src/import/report.ts';
import { watchFolder } from '../src/import/watch.ts';
import { policyOf } from '../src/settings/policy.ts';
import { site } from '../src/settings/site.ts';
import { showProgress, silent } from '../src/system/progress.ts';

await runCommand(async () => {
  const folders = foldersOf(process.env, 'dist');
  const { notes, garden: out, cache } = folders;
  const garden = new GardenImport(
    { notes, out, cache },
    { policy: policyOf(site, process.env), keepGone: true },
  );
  console.error(formatSummary(await garden.run(showProgress(console.error))));
  setEnvironment(folders);
  process.env['ASTRO_DEV_BACKGROUND'] = '0';
  const server = await dev({
    server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4321) },
  });
  console.error(`The garden is at http://localhost:${server.address.port}/`);
  await watchFolder(notes, async () => {
    console.error(formatSummary(await garden.run(silent)));
  });
  return 0;
});
