/** Lets a server of the site answer only while the site is whole. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readMarker } from '../system/folder-marker.ts';

const pollMs = 50;

/**
 * Puts a gate before the listeners of a server: while a build puts its files into `site`, requests wait;
 * after `timeoutMs` they are answered with 503, since the build was killed then.
 */
export function serveOnlyWhole(server: Server, site: string, timeoutMs = 10_000): void {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    if (!(await becomesWhole(site, timeoutMs))) return refuse(response);
    for (const listener of listeners) listener.call(server, request, response as never);
  });
}

async function becomesWhole(site: string, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= timeoutMs; waitedMs += pollMs) {
    if ((await readMarker(site)) === 'complete') return true;
    await sleep(pollMs);
  }
  return false;
}

function refuse(response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' });
  response.end('The site is incomplete: its build was stopped. Build it again.\n');
}
