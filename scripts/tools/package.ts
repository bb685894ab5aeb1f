/**
 * The scripts `prepack` and `postpack`: write the compiled project into `lib/`, which npm packs, and
 * remove it again with `--remove`.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compilePackage } from './package/compile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const out = fileURLToPath(new URL('../../lib', import.meta.url));
await rm(out, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  process.removeAllListeners('warning');
  console.error(`${await compilePackage(root, out)} files for the package`);
}
