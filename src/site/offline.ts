/** The service worker's source, packed into the one file that a browser asks for. */
import { build } from 'esbuild';

/** Source of the worker that keeps what was read, or of one that removes itself and what was kept. */
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
