/** The command `npm start`: builds the garden and serves it until it is stopped. */
import { preview } from 'astro';
import { buildSite } from '../src/command/build-site.ts';
import { foldersOf } from '../src/command/folders.ts';
import { runCommand } from '../src/command/options.ts';
import { baseOf } from '../src/settings/policy.ts';
import { site } from '../src/settings/site.ts';
import { showProgress } from '../src/system/progress.ts';

await runCommand(async () => {
  const folders = foldersOf(process.env, 'dist');
  await buildSite(folders, process.env, showProgress(console.error));
  const server = await preview({
    outDir: folders.site,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4321) },
  });
  console.error(`\nThe garden is at http://localhost:${server.port}${baseOf(site, process.env)}`);
  await server.closed();
  return 0;
});
