/** Bundles the service worker into one file. */
import { srcDir } from 'astro:config/server';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Source of the service worker; if `on` is false, of one that removes itself and the caches. */
export async function offlineWorker(on: boolean): Promise<string> {
  const name = `../browser/offline/${on ? 'worker' : 'remover'}.ts`;
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, srcDir))],
    bundle: true,
    // Short names depend on the types beside them, which the package does not have.
    minifySyntax: true,
    minifyWhitespace: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    // Nor does the package have a tsconfig.json.
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}
