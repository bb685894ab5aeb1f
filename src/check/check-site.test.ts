import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSite } from './check-site.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function page(path: string, main: string): Promise<void> {
  const location = join(folder, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, `<!doctype html><main>${main}</main>`);
}

test('links, fragments and files that are there are no faults', async () => {
  await page(
    'index.html',
    '<a href="/一致性/#a b">x</a> <a href="%E4%B8%80%E8%87%B4%E6%80%A7/">y</a>',
  );
  await page('一致性/index.html', '<h2 id="a b">A</h2> <a href="../">up</a> <code>[[x]]</code>');
  expect(await checkSite(folder, '/')).toEqual({ pages: 2, links: 3, faults: [] });
});

test('dead links, dead fragments, double ids, nested links and raw syntax are found', async () => {
  await page(
    'index.html',
    '<a href="/gone/">x</a><a href="#no">y</a><p id="d"></p><p id="d">a **b</p>',
  );
  const { faults } = await checkSite(folder, '/');
  expect(faults).toEqual([
    { page: '/', kind: 'dead link', detail: '/gone/' },
    { page: '/', kind: 'dead fragment', detail: '#no' },
    { page: '/', kind: 'duplicate id', detail: 'd' },
    { page: '/', kind: 'raw syntax', detail: expect.stringContaining('a **b') },
  ]);
});

test('below a base, a link that forgets it is dead', async () => {
  await page('a/index.html', '<a href="/a/">x</a> <a href="/garden/a/">y</a>');
  const { faults } = await checkSite(folder, '/garden/');
  expect(faults).toEqual([{ page: '/a/', kind: 'dead link', detail: '/a/' }]);
});
