import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';

let project = '';
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'garden-code-'));
  for (const [path, text] of Object.entries(files)) await write(path, text);
});
afterEach(() => rm(project, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'a.ts': "import './b.ts';\nimport 'pack';\n",
  'b.ts': "const later = new URL('./later.ts', import.meta.url);\n",
  'node_modules/pack/package.json':
    '{"name":"pack","version":"1.0.0","dependencies":{"inner":"*"}}',
  'node_modules/inner/package.json': '{"name":"inner","version":"2.0.0"}',
  'node_modules/.package-lock.json': '{}',
};

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

/** The version of a.ts as a thread with modules of its own finds it, which keeps what it read in `kept`. */
async function versionOf(kept: string): Promise<string> {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script =
    `import { parentPort } from 'node:worker_threads';` +
    `import { keepCode } from ${module('./kept-code.ts')};` +
    `import { codeVersion } from ${module('./code-version.ts')};` +
    `keepCode(${JSON.stringify(join(project, kept))}, ${JSON.stringify(project)});` +
    `parentPort.postMessage(codeVersion(${JSON.stringify(pathToFileURL(join(project, 'a.ts')).href)}));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const version = once(worker, 'message');
  await once(worker, 'exit');
  return String((await version)[0]);
}

test('the version is the same with and without what an earlier run read, which stays as it is', async () => {
  const first = await versionOf('code.json');
  const kept = await stat(join(project, 'code.json'));
  expect([await versionOf('code.json'), await versionOf('other.json')]).toEqual([first, first]);
  expect((await stat(join(project, 'code.json'))).ctimeMs).toBe(kept.ctimeMs);
});

test.each([
  ['a.ts', "import './b.ts';\nimport 'pack' ;\n"],
  ['b.ts', "const Later = new URL('./later.ts', import.meta.url);\n"],
  ['later.ts', ''],
  [
    'node_modules/pack/package.json',
    '{"name":"pack","version":"1.0.1","dependencies":{"inner":"*"}}',
  ],
  ['node_modules/inner/package.json', '{"name":"inner","version":"2.0.1"}'],
])(
  'a change of %s is noticed though its size and its time are those of before',
  async (path, text) => {
    const before = await versionOf('code.json');
    const old = await stat(join(project, path)).catch(() => null);
    await write(path, text);
    if (old) await utimes(join(project, path), old.atime, old.mtime);
    expect(await versionOf('code.json')).not.toBe(before);
    expect(await versionOf('code.json')).toBe(await versionOf('fresh.json'));
  },
);

test('a package that is installed below another one is noticed by the list of npm', async () => {
  const before = await versionOf('code.json');
  await write(
    'node_modules/pack/node_modules/inner/package.json',
    '{"name":"inner","version":"3.0.0"}',
  );
  await write('node_modules/.package-lock.json', '{"changed":true}');
  expect(await versionOf('code.json')).not.toBe(before);
});

test('a damaged file is as none, and without the list of npm none is written', async () => {
  const before = await versionOf('code.json');
  const text = await readFile(join(project, 'code.json'), 'utf8');
  await write('code.json', text.replace('"digest":"', '"digest":"0'));
  expect(await versionOf('code.json')).toBe(before);
  await rm(join(project, 'node_modules/.package-lock.json'));
  expect(await versionOf('none.json')).toBe(before);
  expect(existsSync(join(project, 'none.json'))).toBe(false);
});
