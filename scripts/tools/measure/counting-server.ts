/** Serves a folder as a plain host would, and counts what it sends. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

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
    void answer(folder, request.url ?? '/', request.headers.range).then(
      ({ status, type, body }) => {
        bytes += body.length;
        requests += 1;
        const encoding = type === '' ? {} : { 'content-encoding': 'gzip', 'content-type': type };
        response.writeHead(status, encoding).end(body);
      },
    );
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
  url: string,
  range: string | undefined,
): Promise<{ status: number; type: string; body: Buffer }> {
  const path = normalize(decodeURIComponent(url.split('?')[0] ?? '/'));
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const body = await readFile(join(folder, file)).catch(() => null);
  if (!body) return { status: 404, type: '', body: Buffer.alloc(0) };
  const type = types[extname(file)] ?? '';
  const part = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (part)
    return { status: 206, type: '', body: body.subarray(Number(part[1]), Number(part[2]) + 1) };
  return { status: 200, type, body: type === '' ? body : gzipSync(body) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
