/** What pictures depend on besides their words: a kept picture is shown only while it is the same. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, listFiles, mapFiles, readBytes } from '../../system/disk.ts';

/** Packages that decide what a picture looks like. */
const packages = [
  '@fontsource/inter',
  '@fontsource-variable/noto-sans-sc',
  'd3-force',
  'fontkit',
  'linebreak',
  'sharp',
  'subset-font',
];
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Digest of the code that draws and of the versions of its packages. */
export async function drawingVersion(): Promise<string> {
  const folders = ['src/draw/social/'];
  const files = await Promise.all(folders.map((folder) => listFiles(join(root, folder))));
  const code = files.flat().filter(({ path }) => !path.endsWith('.test.ts'));
  const sources = await mapFiles(code, ({ location }) => readBytes(location));
  return digestOf(...packages.map(versionOf), ...sources);
}

function versionOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return `${name} ${version}`;
}
