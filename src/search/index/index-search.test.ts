import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GardenImport } from '../../import/import-garden.ts';
import { noProgress } from '../../system/progress.ts';
import { indexSearch } from './index-search.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-search-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Everything below a folder as text, unpacked where it is packed. */
async function textsBelow(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return `${entry.name}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('utf8')}`;
  });
  return (await Promise.all(texts)).join('\n');
}

test('nothing of a private note is in any file of the index', async () => {
  const notes = join(folder, 'notes');
  await mkdir(join(notes, '.obsidian'), { recursive: true });
  await writeFile(join(notes, '.obsidian', 'app.json'), '{}');
  await writeFile(join(notes, 'Open.md'), '---\ntags: [plain]\n---\n开放 words, see [[Vaulted]].');
  await writeFile(
    join(notes, 'Vaulted.md'),
    '---\nprivate: true\naliases: [Hushword]\ntags: [veiled]\n---\n# Secretum\n\nxyloquartz 保险柜密码',
  );
  const out = join(folder, 'garden');
  await new GardenImport(
    { notes, out, cache: join(folder, 'cache') },
    {
      policy: { publish: 'all', url: '', base: '/', lang: 'en', collapsed: 'open', embedDepth: 5 },
    },
  ).run(noProgress);
  const { pages } = await indexSearch({ records: out, out: join(folder, 'site') });
  const texts = await textsBelow(join(folder, 'site'));
  expect(pages).toBe(1);
  expect(texts).toContain('Open');
  expect(texts).not.toMatch(/xyloquartz|hushword|veiled|secretum|vaulted|保\s*险\s*柜/i);
});
