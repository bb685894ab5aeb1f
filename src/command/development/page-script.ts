/** The script that development adds to every page, as one file. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const module = fileURLToPath(new URL('../../browser/development/start.ts', import.meta.url));

const made = new Map<string, Promise<string>>();

/** The script for a site that is served at `base`, with a slash at both ends. */
export function pageScript(base: string): Promise<string> {
  const known = made.get(base) ?? bundle(base);
  made.set(base, known);
  return known;
}

async function bundle(base: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [module], bundle: true, write: false, format: 'esm' },
    define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
  });
  return outputFiles[0]?.text ?? '';
}
