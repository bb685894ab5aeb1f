/**
 * The server of development, in a thread of its own: it answers while the notes are imported. Each page is
 * made when it is asked for.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteSettings } from '../../settings/schema.ts';
import type { SiteFolders } from '../folders.ts';
import { sentenceOf } from '../run-command.ts';
import { setEnvironment } from '../set-environment.ts';
import { answer, answerWithText, eventsAddress, type ServedSite, scriptAddress } from './answer.ts';
import { pageScript } from './page-script.ts';
import { SiteOnDemand } from './site-on-demand.ts';

export interface ServeTask {
  readonly folders: SiteFolders;
  readonly port: number;
  /** Where the site is served, with a slash at both ends. */
  readonly base: string;
}

/** What the thread is told. */
export type ServeOrder =
  /** The code and settings that pages are made with. */
  | {
      readonly kind: 'pages';
      readonly renderer: string;
      readonly settings: SiteSettings;
      readonly base: string;
    }
  /** Why there are no pages, until there are some. */
  | { readonly kind: 'fault'; readonly fault: string }
  /** The records, or the diagnostics, are others now. */
  | { readonly kind: 'records' };

/** What the thread tells: the port on which it listens, or why it cannot. */
export type ServeMessage =
  | { readonly port: number }
  | { readonly message: string; readonly code: string | undefined };

/** Ports that are tried where one is in use. */
const maxPorts = 20;

/** Names of this machine: other sites may give it names of theirs, by which they could read the notes. */
const ownHosts = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

const { folders, port, base: first } = workerData as ServeTask;
const readers = new Set<ServerResponse>();
let served: ServedSite | { readonly fault: string } | null = null;
let base = first;
let done: Promise<void> = Promise.resolve();

setEnvironment(folders);
const server = createServer((request, response) => {
  void respond(request, response).catch((error: unknown) => {
    if (response.headersSent) response.destroy();
    else answerWithText(response, 500, sentenceOf(error) ?? String(error), base);
  });
});
listen(server, port, maxPorts);

parentPort?.on('message', (order: ServeOrder) => {
  done = done.then(() => take(order));
});

async function take(order: ServeOrder): Promise<void> {
  if (order.kind === 'fault') {
    served = { fault: order.fault };
  } else if (order.kind === 'records') {
    if (served !== null && 'site' in served) served.site.refresh();
  } else {
    const { renderer, settings } = order;
    ({ base } = order);
    try {
      const site = await SiteOnDemand.open(renderer, settings);
      served = { site, renderer, base, garden: folders.garden, copies: settings.copies };
    } catch (error) {
      served = { fault: sentenceOf(error) ?? String(error) };
    }
  }
  for (const reader of readers) reader.write('event: change\ndata:\n\n');
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!ownHosts.test(request.headers.host ?? '')) {
    response.writeHead(403).end('Only this machine is served.\n');
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === encodeURI(base) + eventsAddress) return listenTo(response);
  if (pathname === encodeURI(base) + scriptAddress) return sendScript(response);
  // What was told before this request.
  await done;
  if (served === null) return answerWithText(response, 503, 'The notes are being read …', base);
  if ('fault' in served) return answerWithText(response, 500, served.fault, base);
  return answer(served, request, response);
}

/** Keeps a connection, by which the page is told of changes (Server-Sent Events, WHATWG HTML 9.2). */
function listenTo(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  readers.add(response);
  response.on('close', () => readers.delete(response));
}

async function sendScript(response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.end(await pageScript(base));
}

/** Listens on the first port that is free. Only this machine can connect. */
function listen(to: Server, at: number, left: number): void {
  const failed = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && left > 1 && at < 65_535) return listen(to, at + 1, left - 1);
    send({ message: error.message, code: error.code });
  };
  to.once('error', failed);
  to.listen(at, '127.0.0.1', () => {
    to.off('error', failed);
    send({ port: (to.address() as AddressInfo).port });
  });
}

function send(message: ServeMessage): void {
  parentPort?.postMessage(message);
}
