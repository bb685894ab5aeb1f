/**
 * A host of static files, as those are that serve gardens: it obeys the site's `_headers`, so that what
 * never changes is sent once, and takes less time for it than Astro's own server.
 */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { lookup } from 'mrmime';

export interface StaticHost {
  /** Address without a slash at its end. */
  readonly origin: string;
  stop(): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;
type Rule = readonly [prefix: string, headers: Headers];

/** Serves the site in `outDir`, which was built for `base`, on a free port of this machine. */
export async function serveSite(outDir: string, base = '/'): Promise<StaticHost> {
  const rules = rulesOf(await readFile(join(outDir, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(`http://host${request.url}`);
    const place = placeIn(outDir, base, pathname);
    if (place === 'folder') {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    const own = rules.filter(([prefix]) => pathname.startsWith(prefix));
    const headers: Headers = Object.assign(
      { 'Cache-Control': 'max-age=0, must-revalidate' },
      ...own.map(([, rule]) => rule),
    );
    const [file, status] = place === null ? [join(outDir, '404.html'), 404] : [place, 200];
    void send(request, response, { file, status, headers });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The rules of a `_headers` file, all of which are for what begins with an address. */
function rulesOf(file: string): readonly Rule[] {
  return file.split(/\n(?=\S)/).map((rule) => {
    const [path = '', ...lines] = rule.trim().split('\n');
    const headers = lines.map((line) => line.split(/:(.*)/).map((part) => part.trim()));
    return [path.replace(/\*$/, ''), Object.fromEntries(headers)];
  });
}

/** The file for an address; `folder` where that of a page lacks its last slash; null where there is none. */
function placeIn(outDir: string, base: string, pathname: string): string | null {
  let path: string;
  try {
    path = normalize(`/${decodeURIComponent(pathname)}`);
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  const location = join(outDir, path.slice(base.length));
  const page = join(location, 'index.html');
  if (isFile(location)) return location;
  if (!isFile(page)) return null;
  return path.endsWith('/') ? page : 'folder';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

interface Answer {
  readonly file: string;
  readonly status: number;
  readonly headers: Headers;
}

/** The first and the last byte that a request asks for; null where it asks for the whole. */
export function rangeOf({ headers }: IncomingMessage): readonly [from: number, to: number] | null {
  const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
  return range === null ? null : [Number(range[1]), Number(range[2])];
}

/** Answers with a file, or says that the browser still has it. */
async function send(request: IncomingMessage, response: ServerResponse, answer: Answer) {
  const { size, mtimeMs } = statSync(answer.file);
  const headers = { ...answer.headers, ETag: `"${size}-${mtimeMs}"` };
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = lookup(answer.file) ?? 'application/octet-stream';
  const isText = /^text\/|json|javascript|xml/.test(type);
  const contentType = isText ? `${type}; charset=utf-8` : type;
  const content = await readFile(answer.file);
  const range = rangeOf(request);
  if (range === null) {
    response.writeHead(answer.status, { ...headers, 'Content-Type': contentType });
    response.end(content);
    return;
  }
  const [from, to] = range;
  const part = { 'Content-Range': `bytes ${from}-${to}/${size}`, 'Content-Type': contentType };
  response.writeHead(206, { ...headers, ...part });
  response.end(content.subarray(from, to + 1));
}
