/** The garden's own version. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';

export async function engineVersion(): Promise<string> {
  const manifest = await readFile(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
