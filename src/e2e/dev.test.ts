/** The development server: a saved note shows without a restart. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnGarden, ownerEnvironment, ownGarden } from './own-garden.ts';

/** The notes, and a copy of the project: the server and a build in one project disturb each other. */
let folder = '';
let project: OwnGarden;
let origin = '';
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-dev-'));
  await put('One.md', 'First, with [[Two]].');
  await put('Two.md', 'Second.');
  project = await ownGarden(join(folder, 'notes'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: project.folder,
    stdio: 'ignore',
    env: {
      ...ownerEnvironment(),
      PORT: String(port),
      GARDEN_NOTES: join(folder, 'notes'),
      GARDEN_DIR: join(folder, 'garden'),
      GARDEN_CACHE: join(folder, 'cache'),
    },
  });
  await until('/one/', (status, text) => status === 200 && text.includes('First'));
});

afterAll(async () => {
  server?.kill();
  await project.remove();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('an edited note shows its new text', async () => {
  await put('One.md', 'First, edited, with [[Two]].');
  await until('/one/', (_, text) => text.includes('edited'));
});

test('a new note in a new folder has a page, and its link a backlink', async () => {
  await put('sub/Three.md', 'Third, about [[One]].');
  await until('/sub/three/', (status, text) => status === 200 && text.includes('Third'));
  await until('/one/', (_, text) => text.includes('/sub/three/'));
});

test('a deleted note is gone, and the link to it no longer leads anywhere', async () => {
  await rm(join(folder, 'notes', 'Two.md'));
  await until('/two/', (status) => status === 404);
  await until('/one/', (_, text) => !text.includes('href="/two/"'));
});

test('a changed setting shows, and one that is wrong is corrected without a restart', async () => {
  await put('garden.yaml', 'title: Quay\n');
  await until('/one/', (_, text) => text.includes('· Quay</title>'));
  await put('garden.yaml', 'titel: Wharf\n');
  await until('/one/', (status) => status === 500);
  await put('garden.yaml', 'title: Wharf\n');
  await until('/one/', (_, text) => text.includes('· Wharf</title>'));
});

async function put(path: string, text: string): Promise<void> {
  const location = join(folder, 'notes', path);
  await mkdir(join(location, '..'), { recursive: true });
  await writeFile(location, `${text}\n`);
}

/** Asks for a page until it is as wanted. The test's own time limit ends the asking. */
async function until(path: string, wanted: (status: number, text: string) => boolean) {
  for (;;) {
    const response = await fetch(origin + path).catch(() => null);
    if (response && wanted(response.status, await response.text())) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(server?.exitCode).toBeNull();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
