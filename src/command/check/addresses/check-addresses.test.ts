import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archivedAddress } from './archived.ts';
import { checkAddresses } from './check-addresses.ts';

let folder = '';
let server: Server;
let origin = '';
let asked: string[] = [];
let robots: { readonly status: number; readonly text: string };
let running = 0;
let most = 0;

/** Answers a path `/404` with that status, `/no-head` only to GET, and `/never` not at all. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'garden-addresses-'));
  asked = [];
  robots = { status: 404, text: '' };
  most = 0;
  server = createServer((request, response) => {
    const { url = '', method = '' } = request;
    asked.push(`${method} ${url}`);
    running += 1;
    most = Math.max(most, running);
    response.on('close', () => {
      running -= 1;
    });
    if (url === '/robots.txt') return response.writeHead(robots.status).end(robots.text);
    if (url === '/never') return undefined;
    if (url === '/moved') return response.writeHead(301, { location: '/200' }).end();
    if (url === '/no-head') return response.writeHead(method === 'GET' ? 200 : 405).end('text');
    if (url.startsWith('/archive')) return response.end(archiveAnswer(url));
    return response.writeHead(Number(url.slice(1, 4))).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function archiveAnswer(url: string): string {
  const isKnown = url.includes(encodeURIComponent('https://gone.example/'));
  const closest = { available: true, url: 'http://web.archive.org/web/2020/https://gone.example/' };
  return JSON.stringify({ archived_snapshots: isKnown ? { closest } : {} });
}

const now = Date.UTC(2026, 0, 1);
const asking = { userAgent: 'knowledge-garden/1.0 (link check)', timeoutMs: 300 };

async function states(paths: readonly string[], at = now): Promise<unknown> {
  const kept = join(folder, 'addresses.json');
  const addresses = paths.map((path) => `${origin}${path}`);
  const found = await checkAddresses(addresses, { ...asking, kept, now: at, delayMs: 0, sites: 4 });
  return Object.fromEntries(
    [...found].map(([address, state]) => {
      return [
        address.slice(origin.length),
        'reason' in state ? `${state.kind}: ${state.reason}` : state.kind,
      ];
    }),
  );
}

test('what a site answers tells whether a page is there, is dead, or cannot be known', async () => {
  expect(
    await states(['/200', '/moved', '/no-head', '/404', '/410', '/403', '/500', '/never']),
  ).toEqual({
    '/200': 'there',
    '/moved': 'there',
    '/no-head': 'there',
    '/404': 'dead: answers 404',
    '/410': 'dead: answers 410',
    '/403': 'unsure: answers 403',
    '/500': 'unsure: answers 500',
    '/never': 'unsure: does not answer in time',
  });
});

test('a page is asked for by HEAD, by GET only where that fails, and one site one request at a time', async () => {
  await states(['/200', '/404', '/200?a', '/200?b']);
  expect(asked).toEqual([
    'GET /robots.txt',
    'HEAD /200',
    'HEAD /404',
    'GET /404',
    'HEAD /200?a',
    'HEAD /200?b',
  ]);
  expect(most).toBe(1);
});

test('a site that wants no more requests gets none', async () => {
  expect(await states(['/429', '/200'])).toEqual({
    '/429': 'unsure: answers 429',
    '/200': 'unsure: is of a site that wants no more requests',
  });
  expect(asked).not.toContain('HEAD /200');
});

test('what robots must not ask for is not asked for', async () => {
  robots = { status: 200, text: 'User-agent: *\nDisallow: /200\n\nUser-agent: other\nDisallow: /' };
  expect(await states(['/200', '/404'])).toEqual({
    '/200': 'unsure: must not be asked for by robots',
    '/404': 'dead: answers 404',
  });
  expect(asked).not.toContain('HEAD /200');
  robots = { status: 503, text: '' };
  expect(await states(['/204'])).toEqual({ '/204': 'unsure: must not be asked for by robots' });
});

test('a fresh answer is not asked for again: a page there for a week, a dead one for a day', async () => {
  const day = 86_400_000;
  await states(['/200', '/404', '/500']);
  asked = [];
  await states(['/200', '/404', '/500'], now + day / 2);
  expect(asked.filter((each) => each.startsWith('HEAD'))).toEqual(['HEAD /500']);
  asked = [];
  await states(['/200', '/404'], now + 2 * day);
  expect(asked.filter((each) => each.startsWith('HEAD'))).toEqual(['HEAD /404']);
  asked = [];
  await states(['/200'], now + 8 * day);
  expect(asked).toContain('HEAD /200');
});

test('a host that refuses connections is dead', async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(await states(['/200'])).toEqual({
    '/200': 'dead: names a host that refuses connections',
  });
});

test('a copy in the archive is found where there is one', async () => {
  const service = `${origin}/archive`;
  expect(await archivedAddress('https://gone.example/', asking, service)).toBe(
    'https://web.archive.org/web/2020/https://gone.example/',
  );
  expect(await archivedAddress('https://other.example/', asking, service)).toBe('');
});
