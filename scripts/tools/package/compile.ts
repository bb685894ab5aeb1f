/**
 * Compiles the project for its package. Node strips no types below node_modules, so the package holds
 * what Node makes of each module: the same lines with blanks in place of the types. Nothing is bundled,
 * so that both run the same code from the same relative places.
 */
import { copyFile, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

/** What the package holds: only what runs. */
const included = [
  'astro.config.mjs',
  'public/**',
  'scripts/knowledge-garden.ts',
  'src/**/*.{ts,astro,css,json,txt}',
];
const excluded = /(?:^|\/)(?:e2e|fixtures|goldens)\/|\.test\.ts$|^src\/command\/upgrade\//u;

/** What authors of plugins import. */
const contract = 'src/plugins/plugin.ts';

/** Fields of `package.json` that the code in the package reads. */
const keptFields = ['name', 'version', 'license', 'type', 'dependencies'];

/** Writes the compiled project at `root` into the folder `out`. @returns the number of files. */
export async function compilePackage(root: string, out: string): Promise<number> {
  const paths: string[] = [];
  for await (const entry of glob(included, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(root.length + 1));
  }
  const wanted = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !excluded.test(path));
  for (const path of wanted) await compileFile(root, path, out);
  // The contract of plugins is nothing but types, so that it is their declaration as it stands.
  await copyFile(join(root, contract), join(out, contract.replace(/\.ts$/u, '.d.ts')));
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(keptFields.map((field) => [field, manifest[field]]));
  await writeFile(join(out, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
  return wanted.length + 2;
}

async function compileFile(root: string, path: string, out: string): Promise<void> {
  const isModule = path.endsWith('.ts') && !path.endsWith('.d.ts');
  const location = join(out, isModule ? path.replace(/\.ts$/u, '.js') : path);
  await mkdir(dirname(location), { recursive: true });
  if (isModule) {
    const text = await readFile(join(root, path), 'utf8');
    return writeFile(location, compiledNames(stripTypeScriptTypes(text)));
  }
  if (!/\.(?:astro|mjs)$/u.test(path)) return copyFile(join(root, path), location);
  await writeFile(location, compiledNames(await readFile(join(root, path), 'utf8')));
}

/** Names of modules as they are called in the package: `'./records.ts'` becomes `'./records.js'`. */
function compiledNames(code: string): string {
  return code.replace(/(?<!\.d)\.ts(?=['"`])/gu, '.js');
}
