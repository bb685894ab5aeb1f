/** Keys of kept drawings and ids of their SVG. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { regularFontPaths } from './layout/font.ts';

const packages = ['mermaid', 'linkedom', 'fontkit', 'svg-path-properties', 'khroma'];

let version: string | null = null;

/**
 * Key under which a drawing may be kept: it changes with the source and with all that draws – the
 * packages, this folder's code and palette, and the font that measures.
 */
export function drawingKey(source: string): string {
  version ??= rendererVersion();
  return createHash('sha256').update(version).update('\0').update(source).digest('hex');
}

/** Id of a drawing's SVG. It depends on the source alone, so that an upgrade changes no anchors. */
export function drawingId(source: string): string {
  return `diagram-${createHash('sha256').update(source).digest('hex').slice(0, 10)}`;
}

function rendererVersion(): string {
  const hash = createHash('sha256');
  for (const name of packages) {
    const manifest = new URL('package.json', packageFolder(name));
    hash.update(
      `${name} ${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}\n`,
    );
  }
  for (const folder of ['./', './layout/']) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(path)
      .filter((file) => /(?<!\.test)\.ts$/u.test(file))
      .sort();
    for (const file of files) hash.update(readFileSync(`${path}/${file}`));
  }
  for (const path of regularFontPaths) hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** Folder of an installed package. Not every package lets its manifest be imported. */
function packageFolder(name: string): URL {
  const entry = import.meta.resolve(name);
  const folder = `/node_modules/${name}/`;
  return new URL(entry.slice(0, entry.lastIndexOf(folder) + folder.length));
}
