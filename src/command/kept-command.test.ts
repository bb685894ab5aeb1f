import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepCommand, keptCommand } from './kept-command.ts';

let project = '';
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'garden-kept-'));
  for (const [path, text] of Object.entries(files)) await write(path, text);
});
afterEach(() => rm(project, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'scripts/greet.ts':
    "import { place, text } from '../src/words.ts';\nimport old from 'old';\n" +
    "import { young } from 'young';\nconst { late } = await import('../src/late.ts');\n" +
    'console.log(text(process.argv[2] as string), old(), young, late, place);\n',
  'src/words.ts':
    'export const text = (name: string): string => "Hello, " + name;\n' +
    "export const place = new URL('./beside.txt', import.meta.url).href;\n",
  'src/late.ts': "export const late = 'late';\n",
  'node_modules/.package-lock.json': '{}',
  'node_modules/old/package.json': '{"name":"old","main":"index.cjs"}',
  'node_modules/old/index.cjs':
    "module.exports = () => require('node:path').sep + __dirname.length;",
  'node_modules/young/package.json': '{"name":"young","type":"module","exports":"./index.js"}',
  'node_modules/young/index.js': "export const young = 'young';",
};

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

const cache = () => join(project, 'cache');
const source = () => pathToFileURL(join(project, 'scripts/greet.ts')).href;

async function kept(): Promise<string | null> {
  await keepCommand('greet', source(), cache());
  return keptCommand('greet', cache());
}

function run(address: string): string {
  const script = `process.argv.splice(2, 0, 'Raft'); await import(${JSON.stringify(address)});`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, 'x'], {
    encoding: 'utf8',
  });
}

test('a kept command does what its modules do, and they are where they were', async () => {
  const address = await kept();
  expect(address).toContain('/cache/commands/greet/greet.mjs');
  expect(run(address ?? '')).toBe(run(source()));
  expect(run(source())).toContain('late');
});

test.each([
  'src/words.ts',
  'src/late.ts',
  'node_modules/young/index.js',
  'node_modules/.package-lock.json',
])('after a change of %s the modules run, until they are bundled anew', async (path) => {
  await kept();
  await write(path, `${files[path]} `);
  expect(keptCommand('greet', cache())).toBe(null);
  expect(await kept()).not.toBe(null);
});

test('what another Node bundled is not used', async () => {
  await kept();
  const list = join(cache(), 'commands/greet/files.json');
  const text = await readFile(list, 'utf8');
  await writeFile(list, text.replace(process.version, 'v0.0.0'));
  expect(keptCommand('greet', cache())).toBe(null);
});

test('a command that cannot be bundled leaves nothing', async () => {
  await write('src/words.ts', 'export const = ;');
  expect(await kept()).toBe(null);
  await write('src/words.ts', files['src/words.ts'] ?? '');
  await rm(join(project, 'node_modules/.package-lock.json'));
  expect(await kept()).toBe(null);
  expect(existsSync(join(cache(), 'commands/greet'))).toBe(false);
});
