import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeVersion } from './code-version.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-version-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'a.ts':
    "import { b } from './b.ts';\nimport type { T } from './types.ts';\nimport 'pack/styles';\n",
  'b.ts': "export { c } from './c.ts';\nexport const late = () => import('./late.ts');\n",
  'c.ts': "const worker = new URL('./worker.ts', import.meta.url);\n",
  'late.ts': '',
  'worker.ts': '',
  'types.ts': '',
  'unused.ts': '',
  'node_modules/pack/package.json':
    '{"name":"pack","version":"1.0.0","dependencies":{"inner":"*"}}',
  'node_modules/inner/package.json': '{"name":"inner","version":"2.0.0"}',
};

/** The version of a.ts, read in a folder of its own since versions are kept for a whole run. */
async function versionWith(changed: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(folder, 'run-'));
  for (const [path, text] of Object.entries({ ...files, ...changed })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return codeVersion(pathToFileURL(join(root, 'a.ts')).href);
}

test.each([
  ['a.ts', `${files['a.ts']}// changed`],
  ['b.ts', `${files['b.ts']}// changed`],
  ['c.ts', `${files['c.ts']}// changed`],
  ['late.ts', '// changed'],
  ['worker.ts', '// changed'],
  ['node_modules/pack/package.json', '{"name":"pack","version":"1.0.1"}'],
  ['node_modules/inner/package.json', '{"name":"inner","version":"2.0.1"}'],
])('the version changes with %s', async (path, text) => {
  expect(await versionWith({ [path]: text })).not.toBe(await versionWith({}));
});

test.each(['types.ts', 'unused.ts'])('the version does not change with %s', async (path) => {
  expect(await versionWith({ [path]: '// changed' })).toBe(await versionWith({}));
});

test('a comment that looks like an import of a package is no error', async () => {
  const comment = "/** Reads `import('absent-package')`. */\n";
  expect(await versionWith({ 'late.ts': comment })).not.toBe(await versionWith({}));
});
