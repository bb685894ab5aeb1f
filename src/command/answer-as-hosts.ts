/** Makes the local server of a built site answer as hosts of static files do. */
import { statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';

/**
 * Puts a listener before those of a server of the site in `site`, served at `base`: the address of a page
 * without its last slash leads to the page, and what is no file of the site is its page for missing ones.
 */
export function answerAsHosts(server: Server, site: string, base: string): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { path, query } = partsOf(request.url ?? '/');
    const file = fileAt(site, base, path);
    if (file === 'folder' && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${path}/${query}` }).end();
      return;
    }
    // The server of Astro has a page of its own for addresses without a slash at their end.
    if (file === null && !path.endsWith('/')) request.url = `${path}/`;
    for (const listener of listeners) listener.call(server, request, response as never);
  });
}

function partsOf(url: string): { readonly path: string; readonly query: string } {
  const at = url.search(/[?#]/);
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at) };
}

/** What is at an address: a file, a folder with a page, or null. */
function fileAt(site: string, base: string, path: string): 'file' | 'folder' | null {
  if (!path.startsWith(base)) return null;
  let inside: string;
  try {
    inside = normalize(`/${decodeURIComponent(path.slice(base.length))}`);
  } catch {
    return null;
  }
  // What begins with a point is for hosts, such as `.nojekyll`, and no page of the site.
  if (/\/\.(?!well-known\/)/.test(inside)) return null;
  const location = join(site, inside);
  const isFile = (place: string) => statSync(place, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile(location)) return 'file';
  return isFile(join(location, 'index.html')) ? 'folder' : null;
}
