/** The package as npm packs it, beside only the packages that it names, in a folder with a vault. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf, listFiles, readBytes } from '../system/disk.ts';
import { ownerEnvironment } from './own-garden.ts';
import { walkedEnvironment, walkedGarden } from './walked-garden.ts';

const run = promisify(execFile);
const program = 'node_modules/knowledge-garden/lib/scripts/knowledge-garden.js';

let folder = '';
let vault = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-package-'));
  vault = join(folder, 'vault');
  await cp('src/e2e/fixtures/walk-garden', vault, { recursive: true });
  await rm(join(vault, 'garden.yaml'));
  const options = { env: ownerEnvironment(), shell: process.platform === 'win32' };
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], options);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  await run('tar', ['-xzf', filename], { cwd: folder });
  await mkdir(join(folder, 'node_modules'));
  await rename(join(folder, 'package'), join(folder, 'node_modules/knowledge-garden'));
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const location = join(folder, 'node_modules', name);
    await mkdir(dirname(location), { recursive: true });
    await symlink(resolve('node_modules', name), location, 'junction');
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the program of the package in the vault. @returns what it prints. */
function garden(...args: string[]): Promise<string> {
  return gardenIn(vault, ...args);
}

async function gardenIn(cwd: string, ...args: string[]): Promise<string> {
  const command = [join(folder, program), ...args];
  const options = { cwd, env: { ...ownerEnvironment(), ...walkedEnvironment } };
  const { stdout, stderr } = await run(process.execPath, command, options);
  return stdout + stderr;
}

async function bytesBelow(site: string): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(site);
  const read = files.map(async ({ path, location }): Promise<[string, string]> => {
    return [path, Buffer.from(await readBytes(location)).toString('latin1')];
  });
  return new Map(await Promise.all(read));
}

/** Path and digest of each file, but for the version of the code that made a picture smaller, which both have. */
function fingerprints(files: ReadonlyMap<string, string>): readonly string[] {
  const plain = (text: string) => text.replace(/(thumbnails\/)[0-9a-f]+(?=-\d+\.webp)/gu, '$1');
  return [...files].map(([path, bytes]) => `${plain(path)} ${digestOf(plain(bytes))}`).sort();
}

test('the package builds the same site as the project, and leaves the vault as it is', async () => {
  await garden('init', '--title', 'Walks', '--url', 'https://walks.example');
  const project = await walkedGarden();
  await cp(join(project.folder, 'notes'), vault, { recursive: true });
  const before = await bytesBelow(vault);
  await garden('build');
  expect(await bytesBelow(vault)).toEqual(before);
  expect(await readFile(join(vault, '.garden/.gitignore'), 'utf8')).toContain('/site/');

  const packaged = await bytesBelow(join(vault, '.garden/site'));
  expect(fingerprints(packaged)).toEqual(fingerprints(await bytesBelow(project.site)));
  expect(packaged.size).toBeGreaterThan(50);

  expect(await garden('check-site')).toMatch(/internal links; no faults/u);
  expect(await garden('check', '--fail-on', 'never')).not.toContain('error');
  expect(await garden('doctor')).toContain('15 of 15 published');
});

test('a vault may be in a folder whose name addresses would spell otherwise', async () => {
  const odd = join(folder, 'C# 100%');
  await mkdir(join(odd, '.garden'), { recursive: true });
  await writeFile(join(odd, 'A.md'), 'text\n');
  await writeFile(join(odd, '.garden/theme.css'), 'h1 { color: #123123 }\n');
  await gardenIn(odd, 'build');
  expect(await gardenIn(odd, 'check-site')).toMatch(/internal links; no faults/u);
  for (const [page, words] of [
    ['journals', 'There are no journals yet.'],
    ['recent', 'No note has a date yet'],
  ] as const) {
    const html = await readFile(join(odd, '.garden/site', page, 'index.html'), 'utf8');
    const main = /<main.*<\/main>/su.exec(html)?.[0];
    expect(main).toContain(words);
    expect(main).not.toContain('<h2');
  }
  const styles = [...(await bytesBelow(join(odd, '.garden/site/_astro')))];
  expect(
    styles.filter(([path, text]) => /\.css$/u.test(path) && text.includes('#123123')),
  ).toHaveLength(1);
});

test('the package holds no test, no sample and no type', async () => {
  const files = await listFiles(join(folder, 'node_modules/knowledge-garden'));
  const paths = files.map(({ path }) => path);
  const unwanted = /\.test\.|fixtures|e2e|^lib\/notes\/|(?<!\.d)\.ts$/u;
  expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'lib/public/fonts/inter.LICENSE.txt']));
});
