/** The command `start`: builds the site and serves it until it is stopped. */
import { Server } from 'node:http';
import { resolve } from 'node:path';
import { preview } from 'astro';
import { loadSettings } from '../settings/load-settings.ts';
import { baseOf } from '../settings/policy.ts';
import { answerAsHosts } from './answer-as-hosts.ts';
import { buildClaimed } from './build.ts';
import { foldersOf, projectFolder } from './folders.ts';
import { portOf, readArguments } from './options.ts';
import { serveOnlyWhole } from './serve-whole.ts';

/** Serves the built site on `PORT`, else 4321, of this machine only. @returns the exit code. */
export async function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, { force: { type: 'boolean' } });
  const port = portOf(environment);
  const folders = foldersOf(environment);
  await buildClaimed(folders, environment, { force: values['force'] === true });
  const server = await preview({
    root: projectFolder,
    outDir: resolve(folders.site),
    logLevel: 'error',
    server: { host: '127.0.0.1', port },
  });
  const base = baseOf(loadSettings(folders.notes), environment);
  // Astro's types do not name the server that it returns.
  if ('server' in server && server.server instanceof Server) {
    answerAsHosts(server.server, folders.site, base);
    serveOnlyWhole(server.server, folders.site);
  }
  console.error(`\nThe garden is at http://localhost:${server.port}${base}`);
  await server.closed();
  return 0;
}
