/**
 * What development shows besides the pages: the diagnostics of the note, and a search index that follows
 * the edits. The command `dev` writes both into a folder of the records.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { lookup } from 'mrmime';
import { developmentFiles, recordFiles } from '../../garden/record-files.ts';

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

/** How long a reader's search waits for the first index. */
const maxWaitMs = 120_000;
const pollMs = 100;

/** An Astro integration that does nothing in a build. */
export function development(): AstroIntegration {
  const folder = resolve(process.env['GARDEN_DIR'] ?? '.garden', recordFiles.development);
  let base = '/';
  let started = () => {};
  return {
    name: 'garden-development',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript }) => {
        ({ base } = config);
        if (command !== 'dev') return;
        const module = fileURLToPath(
          new URL('../../browser/development/start.ts', import.meta.url),
        );
        injectScript('page', `import ${JSON.stringify(module)};`);
      },
      'astro:server:setup': ({ server }) => {
        started = () => {
          // In front of Astro's own, which answers addresses that are not below the base.
          const handle = belowBase(base);
          server.middlewares.stack.unshift({ route: '', handle });
        };
        announceChanges(server, join(folder, developmentFiles.diagnostics));
        serveFiles(server, folder);
      },
      'astro:server:start': () => started(),
    },
  };
}

/** Development leaves the addresses of fonts in styles without the base that a build gives them. */
export function belowBase(
  base: string,
): (request: { url?: string | undefined }, response: unknown, next: () => void) => void {
  return (request, _response, next) => {
    const url = request.url ?? '/';
    if (url.startsWith('/fonts/')) request.url = `${base.replace(/\/$/, '')}${url}`;
    next();
  };
}

/** Tells the open pages what changed; they decide whether they load again. */
function announceChanges(server: ViteDevServer, diagnostics: string): void {
  const { hot } = server.environments.client;
  const send = hot.send.bind(hot) as (...message: unknown[]) => void;
  hot.send = (...message: unknown[]) => {
    if (isContentReload(message[0])) send('garden:changed', {});
    else send(...message);
  };
  server.watcher.add(diagnostics);
  const announce = (file: string) => {
    if (resolve(file) === diagnostics) send('garden:diagnostics', {});
  };
  server.watcher.on('add', announce).on('change', announce);
}

/** Astro's message after a change of the collection. */
function isContentReload(message: unknown): boolean {
  const { type, path, triggeredBy } = (message ?? {}) as Readonly<Record<string, unknown>>;
  return type === 'full-reload' && path === '*' && triggeredBy === undefined;
}

/** `/@garden/…` and the index are files of the folder; a search waits until there is an index. */
function serveFiles(server: ViteDevServer, folder: string): void {
  server.middlewares.use((request, response, next) => {
    const path = pathBelow(server.config.base, request.url ?? '/');
    const file = path.startsWith('@garden/') ? path.slice('@garden/'.length) : path;
    const isIndex = developmentFiles.index.some((each) => path.startsWith(`${each}/`));
    const location = join(folder, normalize(`/${file}`));
    // The page of the search is in a folder of the same name.
    if ((file === path && !isIndex) || !/\.\w+$/.test(path)) return next();
    const ready = isIndex ? waitFor(join(folder, developmentFiles.indexReady)) : Promise.resolve();
    void ready.then(() => {
      if (!statSync(location, { throwIfNoEntry: false })?.isFile()) return next();
      response.setHeader('content-type', lookup(location) ?? 'application/octet-stream');
      response.setHeader('cache-control', 'no-store');
      createReadStream(location).on('error', next).pipe(response);
    });
  });
}

async function waitFor(location: string): Promise<void> {
  for (let waited = 0; waited < maxWaitMs && !existsSync(location); waited += pollMs) {
    await sleep(pollMs);
  }
}

/** A path below the base without its query; '' for one that is wrongly encoded. */
function pathBelow(base: string, url: string): string {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  } catch {
    return '';
  }
}
