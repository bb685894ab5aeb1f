import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAsHosts } from './answer-as-hosts.ts';

let site = '';
let server: Server;
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'garden-answer-'));
  mkdirSync(join(site, '页/a'), { recursive: true });
  writeFileSync(join(site, '页/a/index.html'), 'page');
  writeFileSync(join(site, 'a.md'), 'copy');
  writeFileSync(join(site, '.nojekyll'), '');
  mkdirSync(join(site, '.well-known'));
  writeFileSync(join(site, '.well-known/a.txt'), 'known');
  server = createServer((request, response) => response.end(request.url));
  answerAsHosts(server, site, '/g/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(site, { recursive: true });
});

test.for([
  ['/g/%E9%A1%B5/a?q=1', 301, '/g/%E9%A1%B5/a/?q=1'],
  ['/g/%E9%A1%B5/a/?q=1', 200, '/g/%E9%A1%B5/a/?q=1'],
  ['/g/a.md', 200, '/g/a.md'],
  ['/g/nope', 200, '/g/nope/'],
  ['/g/.nojekyll', 200, '/g/.nojekyll/'],
  ['/g/.well-known/a.txt', 200, '/g/.well-known/a.txt'],
  ['/g/%', 200, '/g/%/'],
  ['/other', 200, '/other/'],
] as const)('%s is answered with %i for %s', async ([path, status, asked]) => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  const seen = response.headers.get('location') ?? (await response.text());
  expect({ status: response.status, seen }).toEqual({ status, seen: asked });
});
