/** Bundles the service worker into one file. */
import { build } from 'esbuild';

/** Source of the service worker; if `on` is false, of one that removes itself and the caches. */
export async function offlineWorker(on: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`src/browser/offline/${on ? 'worker' : 'remover'}.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
