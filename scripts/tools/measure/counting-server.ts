/** Serves a folder as a plain host would, and counts what it sends. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rangeOf } from '../../../src/e2e/static-host.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface CountingServer {
  readonly origin: string;
  /** Bytes and requests since the last call; text counts as gzip sends it. */
  count(): { bytes: number; requests: number };
  close(): Promise<void>;
}

export async function countingServer(folder: string): Promise<CountingServer> {
  let bytes = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    void answer(folder, request).then(({ status, type, body }) => {
      bytes += body.length;
      requests += 1;
      const encoding = type === '' ? {} : { 'content-encoding': 'gzip', 'content-type': type };
      response.writeHead(status, encoding).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    count() {
      const counted = { bytes, requests };
      bytes = 0;
      requests = 0;
      return counted;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
): Promise<{ status: number; type: string; body: Buffer }> {
  const path = normalize(decodeURIComponent(request.url?.split('?')[0] ?? '/'));
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const body = await readFile(join(folder, file)).catch(() => null);
  if (!body) return { status: 404, type: '', body: Buffer.alloc(0) };
  const type = types[extname(file)] ?? '';
  const range = rangeOf(request);
  if (range) return { status: 206, type: '', body: body.subarray(range[0], range[1] + 1) };
  return { status: 200, type, body: type === '' ? body : gzipSync(body) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
