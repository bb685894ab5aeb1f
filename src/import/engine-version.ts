/** Which version of the engine this is: what it made may be kept only as long as it stays the same. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, listFiles, mapFiles, readBytes } from '../system/disk.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Digest of the engine's own source and of the versions of what it depends on. */
export async function engineVersion(): Promise<string> {
  const garden = await listFiles(join(root, 'src/garden/'));
  const code = garden.filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  const locations = [
    ...code.map(({ location }) => location),
    join(root, 'package-lock.json'),
    join(root, 'src/settings/site.ts'),
  ];
  return digestOf(...(await mapFiles(locations, readBytes)));
}
