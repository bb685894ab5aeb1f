/** The build asks no host for anything: it runs where there is no network at all. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnGarden, ownerEnvironment, ownGarden } from './own-garden.ts';

/** Whether the machine lets a command run in a namespace without network interfaces. */
const canIsolate = spawnSync('unshare', ['-rn', 'true']).status === 0;
if (!canIsolate) {
  console.warn('SKIPPED: this machine cannot run a command without a network (unshare -rn).');
}

let project: OwnGarden;
beforeAll(async () => {
  project = await ownGarden('src/e2e/fixtures/private-garden');
});
afterAll(() => project.remove());

test.runIf(canIsolate)('a build without a network is complete', () => {
  const countInterfaces = 'console.log(Object.keys(require("node:os").networkInterfaces()).length)';
  const isolated = (...args: string[]) =>
    spawnSync('unshare', ['-rn', process.execPath, ...args], {
      cwd: project.folder,
      env: ownerEnvironment(),
      encoding: 'utf8',
    });
  expect(isolated('-e', countInterfaces).stdout.trim()).toBe('0');
  const { status, stderr } = isolated('scripts/build.ts', '--strict');
  expect(status, stderr).toBe(0);
  expect(existsSync(join(project.site, 'pagefind/pagefind-entry.json'))).toBe(true);
});
