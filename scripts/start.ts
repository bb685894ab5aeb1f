/** The command `npm start`: builds the garden and serves it until it is stopped. */
import { preview } from 'astro';
import { site } from '../src/site.ts';
import { baseOf } from './import/policy.ts';
import { runCommand } from './options.ts';
import { showProgress } from './progress.ts';
import { buildSite } from './site/build-site.ts';
import { foldersOf } from './site/folders.ts';

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
