import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeMarker } from '../system/folder-marker.ts';
import { serveOnlyWhole } from './serve-whole.ts';

let site = '';
let server: Server;
beforeEach(async () => {
  site = await mkdtemp(`${tmpdir()}/garden-serve-`);
  server = createServer((_, response) => response.end('page'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await rm(site, { recursive: true, force: true });
});

async function answer(): Promise<readonly [number, string]> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return [response.status, await response.text()];
}

test('a request waits until the site is whole', async () => {
  await writeMarker(site, 'incomplete');
  serveOnlyWhole(server, site);
  const answered = answer();
  await writeMarker(site, 'complete');
  expect(await answered).toEqual([200, 'page']);
});

test('a site that stays incomplete is not served', async () => {
  await writeMarker(site, 'incomplete');
  serveOnlyWhole(server, site, 0);
  const sentence = 'The site is incomplete: its build was stopped. Build it again.\n';
  expect(await answer()).toEqual([503, sentence]);
});
