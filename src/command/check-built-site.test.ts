import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeMarker } from '../system/folder-marker.ts';
import { UsageError } from '../system/usage-error.ts';
import { checkBuiltSite } from './check-built-site.ts';

let site = '';
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'garden-check-'));
  await writeFile(join(site, 'index.html'), '<main>Home</main>');
});
afterEach(() => rm(site, { recursive: true, force: true }));

test('a site that is half written is not taken for a whole one', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await writeMarker(site, 'incomplete');
  const sentence = `The site in “${site}” is incomplete: its build failed or still runs.`;
  await expect(checkBuiltSite(['--site', site], {})).rejects.toThrow(new UsageError(sentence));
  await writeMarker(site, 'complete');
  expect(await checkBuiltSite(['--site', site], {})).toBe(0);
  log.mockRestore();
});
