/** The command `npm run dev`: serves the garden and shows every change of a note as it is saved. */
import { dev } from 'astro';
import { site } from '../src/site.ts';
import { GardenImport } from './import/import-garden.ts';
import { policyOf } from './import/policy.ts';
import { formatSummary } from './import/report.ts';
import { watchFolder } from './import/watch.ts';
import { runCommand } from './options.ts';
import { showProgress, silent } from './progress.ts';
import { setEnvironment } from './site/build-site.ts';
import { foldersOf } from './site/folders.ts';

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
